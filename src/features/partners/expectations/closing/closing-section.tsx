import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { type FormState, says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { shortNames } from '../../../directory/index.ts'
import { type Expectation, isClosed, outcomes } from '../expectation.ts'
import type { MemberRequest } from '../requests.queries.ts'

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
    <Form own="closing" action={`${address}/closing`} form={form} submit={t('partners.closing.close')}>
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

const longestWord = 2000

/** The members that have said yes, or partly. */
export function takersOf<T extends Pick<MemberRequest, 'answer'>>(requests: readonly T[]): T[] {
  return requests.filter(({ answer }) => answer === 'yes' || answer === 'partly')
}

/** How it was closed: a satisfied expectation was met by a member, through its answer. */
export function closingForm(requests: readonly MemberRequest[]) {
  const takers = takersOf(requests).map(({ id }) => id)
  return z
    .object({
      outcome: z.enum(outcomes),
      by: z.union([z.literal(''), z.string().refine((id) => takers.includes(id))]).default(''),
      word: localizedText({ max: longestWord }),
    })
    .refine(({ outcome, by }) => outcome !== 'satisfied' || by !== '', {
      path: ['by'],
      error: says('partners.error.metBy'),
    })
    .transform(({ outcome, by, word }) => ({
      outcome,
      requestId: by === '' || outcome === 'unmet' || outcome === 'withdrawn' ? null : by,
      word,
    }))
}
