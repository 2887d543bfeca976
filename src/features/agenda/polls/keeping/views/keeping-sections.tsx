import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../../../platform/i18n/languages.ts'
import { type FormState, typedValue } from '../../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { countryName } from '../../../../directory/index.ts'
import type { PollState } from '../../poll.ts'
import { DeadlineFields } from '../../views/deadline-fields.tsx'

interface KeepingProps {
  countries: readonly string[]
  state: PollState
  /** Of the page of the poll. */
  address: string
  form: FormState
}

/** What whoever keeps a poll does: invite, close, open again, take back. */
export function KeepingSections(props: KeepingProps) {
  const reader = useReader()
  const { state, address } = props
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
          <Form action={`${address}/reopening`} form={props.form}>
            <p>{t(state === 'taken' ? 'agenda.poll.undoHint' : 'agenda.poll.reopenHint')}</p>
            <DeadlineFields countries={props.countries} />
            <p class="form-end">
              <button type="submit" class="button">
                {t('agenda.poll.reopen')}
              </button>
            </p>
          </Form>
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

function Invitations({ countries, address, form }: KeepingProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="invitations" title={t('agenda.poll.invite')}>
      <p>{t('agenda.poll.inviteLead')}</p>
      <Form action={`${address}/invitations`} form={form}>
        <Field
          name="addresses"
          label={t('agenda.poll.addresses')}
          hint={t('agenda.poll.addressesHint')}
          required
        >
          {(control) => (
            <textarea {...control} rows={3}>
              {typedValue(form.values, 'addresses')}
            </textarea>
          )}
        </Field>
        <ChoiceField
          name="side"
          label={t('agenda.poll.theirSide')}
          hint={t('agenda.poll.theirSideHint')}
          options={countries.map((country) => ({ value: country, label: countryName(reader, country) }))}
          required
        />
        <ChoiceField
          name="language"
          label={t('agenda.poll.theirLanguage')}
          options={interfaceLanguages.map((language) => ({
            value: language,
            label: capitalized(languageInWords(reader, language), reader.interfaceLanguage),
          }))}
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('agenda.poll.sendInvitations')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
