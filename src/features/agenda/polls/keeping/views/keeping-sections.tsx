import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../../../platform/i18n/languages.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { countryName } from '../../../../directory/index.ts'
import type { PollState } from '../../poll.ts'
import { DeadlineFields } from '../../views/deadline-fields.tsx'

interface KeepingProps {
  reader: Reader
  countries: readonly string[]
  state: PollState
  /** Of the page of the poll. */
  address: string
  shown: Shown
}

/** What whoever keeps a poll does: invite, close, open again, take back. */
export function KeepingSections(props: KeepingProps) {
  const { reader, state, address } = props
  const { t } = reader
  return (
    <>
      {state === 'open' ? <Invitations {...props} /> : null}
      <Section id="keeping" title={t('agenda.poll.keeping')}>
        {state === 'open' ? (
          <form method="post" action={`${address}/closing`} class="form">
            <p>{t('agenda.poll.closeHint')}</p>
            <button type="submit" class="button">
              {t('agenda.poll.close')}
            </button>
          </form>
        ) : (
          <form method="post" action={`${address}/reopening`} class="form" novalidate>
            <p>{t(state === 'taken' ? 'agenda.poll.undoHint' : 'agenda.poll.reopenHint')}</p>
            <DeadlineFields reader={reader} countries={props.countries} shown={props.shown} />
            <p class="form-end">
              <button type="submit" class="button">
                {t('agenda.poll.reopen')}
              </button>
            </p>
          </form>
        )}
        {state === 'open' || state === 'closed' ? (
          <form method="post" action={`${address}/withdrawal`} class="form">
            <p>{t('agenda.poll.withdrawHint')}</p>
            <button type="submit" class="button">
              {t('agenda.poll.withdraw')}
            </button>
          </form>
        ) : null}
      </Section>
    </>
  )
}

function Invitations({ reader, countries, address, shown }: KeepingProps) {
  const { t } = reader
  return (
    <Section id="invitations" title={t('agenda.poll.invite')}>
      <p>{t('agenda.poll.inviteLead')}</p>
      <form method="post" action={`${address}/invitations`} class="form" novalidate>
        <Field
          reader={reader}
          name="addresses"
          label={t('agenda.poll.addresses')}
          hint={t('agenda.poll.addressesHint')}
          error={errorOf(reader, shown, 'addresses')}
          required
        >
          {(control) => (
            <textarea {...control} rows={3}>
              {typedValue(shown.values, 'addresses')}
            </textarea>
          )}
        </Field>
        <ChoiceField
          reader={reader}
          name="side"
          label={t('agenda.poll.theirSide')}
          hint={t('agenda.poll.theirSideHint')}
          options={countries.map((country) => ({ value: country, label: countryName(reader, country) }))}
          chosen={[typedValue(shown.values, 'side')]}
          error={errorOf(reader, shown, 'side')}
          required
        />
        <ChoiceField
          reader={reader}
          name="language"
          label={t('agenda.poll.theirLanguage')}
          options={interfaceLanguages.map((language) => ({
            value: language,
            label: capitalized(languageInWords(reader, language), reader.interfaceLanguage),
          }))}
          chosen={[typedValue(shown.values, 'language')]}
          error={errorOf(reader, shown, 'language')}
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('agenda.poll.sendInvitations')}
          </button>
        </p>
      </form>
    </Section>
  )
}
