import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { element, escapeXml } from '../documents/xml.ts'
import { sheetNames } from './sheet-names.ts'
import { cellAddress } from './table.ts'
import { contentTypes, folders, sheetRelations, style, styles, workbookOf } from './workbook-parts.ts'

/** One sheet of a workbook: its rows are asked for when their turn comes. */
export interface Sheet {
  name: string
  columns: readonly { title: string; width: number }[]
  slices(): AsyncIterable<string[][]>
  /** Whether a row below the headings is one itself. */
  isHeading?: (row: readonly string[]) => boolean
}

/**
 * A workbook of text cells (ECMA-376) with frozen headings, written as it is read: the rows of one slice in memory at a time. Nothing in it
 * depends on when it was written.
 */
export async function* writeXlsx(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const packed = Readable.from(zip.outputStream, { objectMode: false })
  zip.on('error', (error) => packed.destroy(error))
  const names = sheetNames(sheets.map(({ name }) => name))
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(names.length)],
    ['_rels/.rels', folders],
    ['xl/workbook.xml', workbookOf(names)],
    ['xl/_rels/workbook.xml.rels', sheetRelations(names.length)],
    ['xl/styles.xml', styles],
  ]
  for (const [path, xml] of parts) zip.addBuffer(Buffer.from(xml), path, always)
  const reading = new Set<Readable>()
  let isTaken = true
  sheets.forEach((sheet, index) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, always, (begin) => {
      if (!isTaken) return
      const rows = Readable.from(sheetXml(sheet)).once('error', (error) => zip.emit('error', error))
      reading.add(rows)
      begin(null, rows)
    })
  })
  zip.end()
  try {
    for await (const chunk of packed) yield chunk
  } finally {
    // The recipient of the workbook may have gone before its end.
    isTaken = false
    for (const rows of reading) rows.destroy()
  }
}

// The first day that a ZIP file can hold: the same rows make the same file.
const always = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }

async function* sheetXml({ columns, slices, isHeading = () => false }: Sheet): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
  yield frozen
  if (columns.length > 0) yield element('cols', {}, columns.map(columnXml))
  yield '<sheetData>'
  let number = 1
  yield rowXml(
    number,
    columns.map(({ title }) => title),
    style.heading,
  )
  for await (const rows of slices())
    yield rows.map((row) => rowXml(++number, row, isHeading(row) ? style.heading : style.text)).join('')
  yield '</sheetData></worksheet>'
}

const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>' +
  '</sheetView></sheetViews>'

// Text typed below is text like the rest: a spreadsheet would turn the year 2016 into a number and 2016-09 into a month of its own.
function columnXml({ width }: { width: number }, index: number): string {
  const place = String(index + 1)
  return element('col', { min: place, max: place, width: String(width), style: style.text, customWidth: '1' })
}

function rowXml(number: number, cells: readonly string[], look: string): string {
  const xml = cells.map((text, column) =>
    text === ''
      ? ''
      : `<c r="${cellAddress(column, number)}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`,
  )
  return `<row r="${number}">${xml.join('')}</row>`
}

// Excel opens no file with a longer cell.
const longestCell = 32_767

// ECMA-376, 22.4.2.4: _x0041_ would mean the sign of that number.
function cellXml(text: string): string {
  const fitting = text.length > longestCell ? `${text.slice(0, longestCell - 1).toWellFormed()}…` : text
  return escapeXml(fitting).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
