/** A row as the file has it: its number as a spreadsheet shows it, and its cells as text. */
export interface TableRow {
  /** 1 for the first row of the sheet, header and empty rows included. */
  number: number
  cells: string[]
  /** The row could not be read; the next ones could. */
  error?: RowError
}

/** `quotes`: quotation marks that are not closed, or text beside them. `letters`: signs that belong to no alphabet known here. */
export type RowError = 'quotes' | 'letters'

export type TableFormat = 'csv' | 'xlsx' | 'ods' | 'xls'

export interface SheetAbout {
  name: string
  isHidden: boolean
}

/** What is known of a file once it is open. */
export interface TableAbout {
  format: TableFormat
  /** Of text files: `utf-8`, `utf-16le`, `utf-16be`, `euc-kr` (CP949) or `windows-1252`; null for spreadsheets. */
  encoding: string | null
  /** Some lines are in UTF-8 and others in that encoding. */
  isMixed: boolean
  /** Of text files. */
  delimiter: string | null
  /** Of spreadsheets, in their order. */
  sheets: SheetAbout[]
  /** The sheet that is read: the one asked for, else the first that is not hidden. */
  sheet: string | null
}

export interface OpenedTable {
  about: TableAbout
  rows: AsyncIterable<TableRow>
  close(): void
}

/** Why a file cannot be read as a table. */
export type UnreadableCode =
  | 'empty'
  | 'headerOnly'
  | 'notTable'
  | 'noSuchSheet'
  | 'tooLarge'
  | 'locked'
  | 'damaged'
  | 'bomb'
  | 'needsProgram'
  | 'tooSlow'

export class TableUnreadable extends Error {
  readonly code: UnreadableCode
  /** The detail of its message: the program that is missing, the sheet that was asked for. */
  readonly detail: string

  constructor(code: UnreadableCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}

/** More columns than any table of ours has; those further right are left out. */
export const mostColumns = 256
/** As many rows as a sheet of a spreadsheet can have. */
export const mostRows = 1_048_576
/** Longer texts are cut: no field of ours takes them. */
export const longestCell = 20_000

/** `C17`: the cell of a column (0 for the first) in a row. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`
}

/** `A`, `Z`, `AA` … for 0, 25, 26 … */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest
}

/** 0 for `A`; the digits of an address (`C17`) are passed over. */
export function columnOf(address: string): number {
  let column = 0
  for (const sign of address) {
    const value = sign.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}

/** The sheet that was asked for, by name; else the first visible one. */
export function chooseSheet<T extends SheetAbout>(sheets: readonly T[], asked: string | null): T {
  if (asked !== null) {
    const found = sheets.find(({ name }) => name === asked)
    if (!found) throw new TableUnreadable('noSuchSheet', asked)
    return found
  }
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
  if (!first) throw new TableUnreadable('empty')
  return first
}
