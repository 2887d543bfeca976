import { z } from 'zod'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { wordsOfDate } from '../../../../platform/records/record-part.ts'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { dateToType } from '../../../../ui/text/date-words.ts'
import { type CooperationCall, cooperationPart } from './cooperation-part.ts'

export const longestSummary = 2000

/** Since when a tie exists: no day to come. */
export function sinceInput({ reader, context }: Pick<CooperationCall, 'reader' | 'context'>) {
  return optionalSaidDate(reader.interfaceLanguage).refine(
    (since) => since === null || readEdtf(since.edtf).from <= context.today,
    says('registry.form.sinceToCome'),
  )
}

/** What the tie is, in a few sentences, and since when. */
export const summaryForm = cooperationPart({
  key: 'summary',
  title: 'registry.form.summary',
  lead: 'registry.form.summaryLead',
  words: ({ reader, document }) => chooseText(document.summary, reader.language)?.text ?? '',
  values: ({ reader, document: { since } }) => ({
    since:
      since.on === null
        ? ''
        : dateToType(reader, since.on, since.words[reader.interfaceLanguage]?.text ?? null),
  }),
  schema: (call) =>
    z.object({
      summary: localizedText({ max: longestSummary, previous: call.document.summary }),
      since: sinceInput(call),
    }),
  write: ({ reader, document }, { summary, since }) => ({
    ...document,
    summary,
    since: { on: since?.edtf ?? null, words: wordsOfDate(reader, since, document.since) },
  }),
  form: ({ reader, network, document }) => (
    <>
      <LocalizedField
        name="summary"
        label={reader.t('registry.record.summary')}
        hint={reader.t('registry.form.summaryHint')}
        languages={network.languages}
        text={document.summary}
        max={longestSummary}
        rows={6}
      />
      <DateField name="since" label={reader.t('registry.form.since')} />
    </>
  ),
})
