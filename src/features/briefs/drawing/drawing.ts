import { renderSVG } from 'uqr'
import type { Context } from '../../../platform/context/context.ts'
import type { ReportForms } from '../../../platform/documents/report.ts'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import type { SheetFormat } from '../../../platform/documents/typesetting.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { anyReader, type Reader, writtenLanguages } from '../../../platform/i18n/reader.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { FieldError } from '../../../platform/input/form.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import type { CheckCall } from '../../../platform/records/record-kind.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { findNetwork } from '../../networks/index.ts'
import { briefDocument } from '../items/document.ts'
import { paths } from '../paths.ts'
import { findBrief } from './brief.ts'
import { mostPages, renderBriefReport, rooms } from './brief-report.ts'
import type { Brief } from './schema.ts'

/** One process draws for all: forms measure what a change would take, too. */
export const typesetter = new Typesetter()

export interface Drawing {
  /** Where the living brief is, in the reader’s language. */
  address: string
  /** The name of the group. */
  group: string
  /** Of a published edition: its number, day and digest in words. */
  edition?: string
}

/** What a file says of its group and of where the living brief is. */
export function groupDrawing(
  reader: Reader,
  network: { slug: string; name: LocalizedName },
  country: string,
  baseUrl: string,
): Drawing {
  return {
    address: baseUrl + paths.brief(reader, network.slug, country),
    group: chooseName(network.name, reader.language).text,
  }
}

/** The brief as a file of two pages: lists that the program computes give way where they are full, words never do. */
export async function drawBrief(
  format: SheetFormat,
  reader: Reader,
  brief: Brief,
  drawing: Drawing,
): Promise<Buffer> {
  const { reports, pictures } = briefForms(reader, brief, drawing)
  // Word sets the same words in a little more room: its lists begin one step shorter.
  const shown = format === 'docx' ? reports.slice(1) : reports
  const { bytes } = await typesetter.drawFitting(format, shown, mostPages, pictures)
  return bytes
}

/** The brief from the whole to its shortest form, for who draws it with pages of their own. */
export function briefForms(reader: Reader, brief: Brief, drawing: Drawing): ReportForms {
  const reports = rooms.map((room) => renderBriefReport(reader, brief, { room, ...drawing }))
  const code = renderSVG(drawing.address, { border: 0 })
  return { reports, mostPages, pictures: [new TextEncoder().encode(code)] }
}

/** How full the pages of a brief are in a language. */
export interface Filling {
  language: InterfaceLanguage
  /** In pages, with the lists that the program computes as long as fits: 1.5 for one and a half. */
  filled: number
  /** How many lines are left; negative where the words pass the last page, their lists at the shortest. */
  linesLeft: number
  /** How many steps the lists had to give way (0: none). */
  shortened: number
}

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
  const named = { slug: network.slug, name }
  const languages = only ? [only] : writtenLanguages({ groupLanguages: network.languages })
  return Promise.all(
    languages.map(async (language) => {
      const reader = anyReader(language, translate(language), context.today)
      // What an edition prints besides has its room from the start, and the server a long name.
      const address = 'https://a-server-of-a-long-name.example.org'
      const drawing = { ...groupDrawing(reader, named, brief.country, address), edition: 'x'.repeat(120) }
      const { filled, lines, shortened } = await typesetter.measureFitting(briefForms(reader, brief, drawing))
      return { language, filled, linesLeft: Math.floor((mostPages - filled) * lines), shortened }
    }),
  )
}

/** Refuses a change that does not fit on the pages in a language, unless they were as full before: it says by how many lines. */
export async function overflowErrors(call: CheckCall, after: RecordDocument): Promise<FieldError[]> {
  const { context, network, head, reader } = call
  const measureWith = async (document: RecordDocument) => {
    const brief = await findBrief(context, network, head.slug.toUpperCase(), briefDocument.parse(document))
    return measureLanguages(call, brief)
  }
  const over = (await measureWith(after)).filter(({ linesLeft }) => linesLeft < 0)
  if (over.length === 0) return []
  const before = new Map((await measureWith(call.document)).map((each) => [each.language, each.linesLeft]))
  const worse = over.filter(({ language, linesLeft }) => linesLeft < (before.get(language) ?? 0))
  return worse.map(({ language, linesLeft }) => ({
    field: 'text',
    message: (t) =>
      t('briefs.error.full', { language: languageInWords({ ...reader, t }, language), lines: -linesLeft }),
  }))
}
