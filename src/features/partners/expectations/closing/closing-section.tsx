import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { shortNames } from '../../../directory/index.ts'
import { type Expectation, isClosed, outcomes } from '../expectation.ts'
import type { MemberRequest } from '../requests.queries.ts'
import { longestWord } from './schema.ts'

interface ClosingSectionProps {
  languages: readonly string[]
  expectation: Expectation
  /** The members that have said yes, or partly. */
  takers: readonly MemberRequest[]
  /** Of the page of the expectation. */
  address: string
  /** Where the reply is read that goes out with it; null for those who read it once it has come. */
  readHref: string | null
  /** What was typed and is wrong. */
  form: FormState | undefined
}

/** What became of it, and through which member; once it is said, how to take it up again. */
export function ClosingSection(props: ClosingSectionProps) {
  const reader = useReader()
  const { expectation, address } = props
  const { t } = reader
  if (!isClosed(expectation))
    return (
      <Section id="closing" title={t('partners.closing.title')}>
        {expectation.relay === null ? null : <RelayNote {...props} />}
        <ClosingForm {...props} />
      </Section>
    )
  return (
    <Section id="closing" title={t('partners.closing.reopenTitle')}>
      <p>{t('partners.closing.reopenWhy')}</p>
      <form method="post" action={`${address}/reopening`}>
        <p class="form-end">
          <button type="submit" class="button">
            {t('partners.closing.reopen')}
          </button>
        </p>
      </form>
    </Section>
  )
}

// Closing it sends the reply too, be it read or not.
function RelayNote({ readHref }: ClosingSectionProps) {
  const { t } = useReader()
  return (
    <Notice>
      <p>{t('partners.closing.endsRelay')}</p>
      {readHref === null ? null : (
        <p>
          <a href={readHref}>{t('partners.relay.read')}</a>
        </p>
      )}
    </Notice>
  )
}

function ClosingForm({ languages, takers, address, form }: ClosingSectionProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Form action={`${address}/closing`} form={form} submit={t('partners.closing.close')}>
      <ChoiceField
        name="outcome"
        label={t('partners.closing.outcome')}
        // An expectation that no member takes up cannot be satisfied.
        options={outcomes
          .filter((each) => each !== 'satisfied' || takers.length > 0)
          .map((outcome) => ({
            value: outcome,
            label: capitalized(t(`partners.state.${outcome}`), reader.interfaceLanguage),
            hint: t(`partners.closingHint.${outcome}`),
          }))}
        required
      />
      {takers.length === 0 ? null : (
        <ChoiceField
          name="by"
          label={t('partners.closing.by')}
          hint={t('partners.closing.byHint')}
          options={takers.map(({ id, organisation, answer }) => ({
            value: id,
            label: chooseName(shortNames(organisation), reader.language).text,
            ...(answer === 'partly' ? { hint: t('partners.closing.inPart') } : {}),
          }))}
          isPart
        />
      )}
      <LocalizedField
        name="word"
        label={t('partners.closing.word')}
        languages={languages}
        text={{}}
        max={longestWord}
        rows={2}
      />
    </Form>
  )
}
