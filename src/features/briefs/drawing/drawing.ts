import { renderSVG } from 'uqr'
import type { ReportForms } from '../../../platform/documents/report.ts'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import type { SheetFormat } from '../../../platform/documents/typesetting.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { paths } from '../paths.ts'
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
  return { reports, mostPages, pictures: [codeOf(drawing.address)] }
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

/** How full a brief is in the reader’s language. Most fit whole; else its lists give way step by step. */
export async function measureBrief(reader: Reader, brief: Brief, drawing: Drawing): Promise<Filling> {
  const pictures = [codeOf(drawing.address)]
  let filling: Filling | null = null
  for (const [shortened, room] of rooms.entries()) {
    const { filled, lines } = await typesetter.measure(
      renderBriefReport(reader, brief, { room, ...drawing }),
      pictures,
    )
    const linesLeft =
      filled <= mostPages
        ? Math.floor((mostPages - filled) * lines)
        : -Math.ceil((filled - mostPages) * lines)
    filling = { language: reader.interfaceLanguage, filled, linesLeft, shortened }
    if (filled <= mostPages) return filling
  }
  if (filling === null) throw new Error('A brief was not measured')
  return filling
}

function codeOf(address: string): Uint8Array {
  return new TextEncoder().encode(renderSVG(address, { border: 0 }))
}
