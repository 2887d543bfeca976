import type { Sheet } from './sheet.ts'

export type SheetFormat = 'pdf' | 'docx'

/** What the process that draws is asked: the first sheet of the list that fits on a page, in this format. */
export interface Order {
  id: number
  format: SheetFormat
  sheets: Sheet[]
}

/** What it answers; `memory` is what the process takes, in bytes. */
export type Answer = { id: number; memory: number } & (
  | { bytes: Uint8Array; chosen: number }
  | { error: string }
)
