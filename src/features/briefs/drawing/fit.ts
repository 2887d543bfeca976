import type { Context } from '../../../platform/context/context.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { type Reader, writtenLanguages } from '../../../platform/i18n/reader.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { FieldError } from '../../../platform/input/form.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import type { CheckCall } from '../../../platform/records/record-kind.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { type BriefDocument, briefDocument } from '../items/document.ts'
import { paths } from '../paths.ts'
import { findBrief } from './brief.ts'
import { type Filling, measureBrief } from './drawing.ts'

export type { Filling }

interface Measured {
  context: Context
  network: RecordNetwork
  country: string
  translate(language: InterfaceLanguage): Translate
}

/** How full the pages of a brief are in each language that its group writes; with a document, as they would be. */
export async function measureLanguages(
  { context, network, country, translate }: Measured,
  instead?: BriefDocument,
): Promise<Filling[]> {
  const brief = await findBrief(context, network, country, instead)
  const languages = writtenLanguages({ groupLanguages: network.languages })
  return Promise.all(
    languages.map((language) => {
      const reader: Reader = {
        language,
        interfaceLanguage: language,
        t: translate(language),
        today: context.today,
        now: null,
      }
      // The address is printed: the length of the server’s own is near enough that of any.
      const address = `https://entente.example.org${paths.brief(reader, network.slug, country)}`
      return measureBrief(reader, brief, { address, group: network.slug })
    }),
  )
}

/** Refuses a change that does not fit on the pages in a language, unless they were as full before: it says by how many lines. */
export async function overflowErrors(call: CheckCall, after: RecordDocument): Promise<FieldError[]> {
  const { context, network, head, translate, reader } = call
  const measured = { context, network, country: head.slug.toUpperCase(), translate }
  const fillings = await measureLanguages(measured, briefDocument.parse(after))
  const over = fillings.filter(({ linesLeft }) => linesLeft < 0)
  if (over.length === 0) return []
  const before = await measureLanguages(measured, briefDocument.parse(call.document))
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
