import type { Context } from '../../../platform/context/context.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { anyReader, writtenLanguages } from '../../../platform/i18n/reader.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { FieldError } from '../../../platform/input/form.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import type { CheckCall } from '../../../platform/records/record-kind.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { findNetwork } from '../../networks/index.ts'
import { briefDocument } from '../items/document.ts'
import { findBrief } from './brief.ts'
import { type Filling, groupDrawing, measureBrief } from './drawing.ts'
import type { Brief } from './schema.ts'

export type { Filling }

interface Measured {
  context: Context
  network: RecordNetwork
  translate(language: InterfaceLanguage): Translate
}

/** How full the pages of a brief are in each language that its group writes, or in one. */
export async function measureLanguages(
  { context, network, translate }: Measured,
  brief: Brief,
  only?: InterfaceLanguage,
): Promise<Filling[]> {
  const { name } = await findNetwork(context, network.slug)
  const languages = only ? [only] : writtenLanguages({ groupLanguages: network.languages })
  return Promise.all(
    languages.map((language) => {
      const reader = anyReader(language, translate(language), context.today)
      // What an edition prints besides has its room from the start, and the server a long name.
      return measureBrief(reader, brief, {
        ...groupDrawing(
          reader,
          { slug: network.slug, name },
          brief.country,
          'https://a-server-of-a-long-name.example.org',
        ),
        edition: 'x'.repeat(120),
      })
    }),
  )
}

/** Refuses a change that does not fit on the pages in a language, unless they were as full before: it says by how many lines. */
export async function overflowErrors(call: CheckCall, after: RecordDocument): Promise<FieldError[]> {
  const { context, network, head, reader } = call
  const measure = async (document: RecordDocument) => {
    const brief = await findBrief(context, network, head.slug.toUpperCase(), briefDocument.parse(document))
    return measureLanguages(call, brief)
  }
  const over = (await measure(after)).filter(({ linesLeft }) => linesLeft < 0)
  if (over.length === 0) return []
  const before = await measure(call.document)
  const worse = over.filter(
    ({ language, linesLeft }) =>
      linesLeft < (before.find((each) => each.language === language)?.linesLeft ?? 0),
  )
  return worse.map(({ language, linesLeft }) => ({
    field: 'text',
    message: (t) =>
      t('briefs.error.full', { language: languageInWords({ ...reader, t }, language), lines: -linesLeft }),
  }))
}
