import type { Report, ReportForms } from './report.ts'
import type { Sheet } from './sheet.ts'

export type SheetFormat = 'pdf' | 'docx'

/**
 * The order of the process that draws, in this format: the first sheet of a list that fits on a page, or a report of any length; of several
 * reports the first that takes no more than so many pages; of both, one after the other in a file;
 * of several lists of sheets, a page each.
 */
export type Order = { id: number; format: SheetFormat } & (
  | { sheets: Sheet[]; picture: Uint8Array | null }
  | { reports: Report[]; mostPages: number | null; pictures: readonly Uint8Array[] }
  | { dossier: ReportForms & { sheets: Sheet[] } }
  | { bundle: Sheet[][]; title: string }
  | { measured: Report; pictures: readonly Uint8Array[] }
)

/** How much of its pages a report fills: `filled` in pages, 1.5 for one and a half; `lines` of its text are on a page. */
export interface Measure {
  filled: number
  lines: number
}

/** Its answer; `memory` is what the process takes, in bytes. */
export type Answer = { id: number; memory: number } & (
  | { bytes: Uint8Array; chosen: number }
  | { measure: Measure }
  | { error: string }
)
