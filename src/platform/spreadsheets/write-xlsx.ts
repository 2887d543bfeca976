import { PassThrough } from 'node:stream'

/** One sheet of a workbook: its rows are asked for when their turn comes. */
export interface Sheet {
  name: string
  columns: readonly { title: string; width: number }[]
  slices(): AsyncIterable<string[][]>
}

/** A workbook of text cells with frozen headings, written as it is read: the rows of one slice in memory at a time. */
export async function* writeXlsx(sheets: Sheet[]): AsyncGenerator<Uint8Array> {
  // A second of loading that only an export pays for.
  const { default: excel } = await import('exceljs')
  const stream = new PassThrough()
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const written = writeSheets(workbook, sheets).then(
    () => null,
    (error: unknown) => {
      stream.destroy(error instanceof Error ? error : new Error(String(error)))
      return error
    },
  )
  for await (const chunk of stream) yield chunk
  await written
}

interface Workbook {
  addWorksheet(name: string, options: object): Worksheet
  commit(): Promise<void>
}

interface Worksheet {
  columns: object
  getRow(row: number): { font: object; commit?(): void }
  addRow(cells: string[]): { commit?(): void }
  commit?(): void
}

async function writeSheets(workbook: Workbook, sheets: Sheet[]): Promise<void> {
  for (const { name, columns, slices } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] })
    // Text throughout: a spreadsheet would turn the year 2016 into a number and 2016-09 into a month of its own.
    sheet.columns = columns.map(({ title, width }) => ({ header: title, width, style: { numFmt: '@' } }))
    sheet.getRow(1).font = { bold: true }
    for await (const rows of slices()) {
      for (const row of rows) sheet.addRow(row.map(fitting)).commit?.()
    }
    sheet.commit?.()
  }
  await workbook.commit()
}

// Excel opens no file with a longer cell.
const longestCell = 32_767

function fitting(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return escaped.length > longestCell ? `${escaped.slice(0, longestCell - 1).toWellFormed()}…` : escaped
}
