import type { Report } from './report.ts'
import type { Sheet } from './sheet.ts'

export type SheetFormat = 'pdf' | 'docx'

/** The order of the process that draws, in this format: the first sheet of a list that fits on a page, or a report of any length. */
export type Order = { id: number; format: SheetFormat } & (
  | { sheets: Sheet[]; picture: Uint8Array | null }
  | { report: Report; pictures: readonly Uint8Array[] }
)

/** Its answer; `memory` is what the process takes, in bytes. */
export type Answer = { id: number; memory: number } & (
  | { bytes: Uint8Array; chosen: number }
  | { error: string }
)
