import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { element, escapeXml } from '../documents/xml.ts'
import { cellAddress } from './table.ts'

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

const longest = 31

/** Names that Excel takes: at most 31 letters, none of its signs for addresses, and no two alike whatever their case. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain =
      name
        .replace(/[\\/?*[\]:]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    for (let count = 1; ; count++) {
      const ending = count === 1 ? '' : ` (${count})`
      const named = `${plain
        .slice(0, longest - ending.length)
        .toWellFormed()
        .trimEnd()}${ending}`
      if (taken.has(named.toLowerCase())) continue
      taken.add(named.toLowerCase())
      return named
    }
  })
}

/** The numbers of cell formats in `styles`. */
const style = { heading: '2', text: '1' }

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a workbook besides its sheets (ECMA-376 part 1, 12 and 18; part 2, 9). */
function workbookOf(names: readonly string[]): string {
  const sheets = names.map((name, index) =>
    element('sheet', { name, sheetId: String(index + 1), 'r:id': `sheet${index + 1}` }),
  )
  return whole('workbook', { xmlns: main, 'xmlns:r': office }, [element('sheets', {}, sheets)])
}

function sheetRelations(count: number): string {
  return relations([
    ['styles', 'styles', 'styles.xml'],
    ...numbers(count).map(
      (number): Relation => [`sheet${number}`, 'worksheet', `worksheets/sheet${number}.xml`],
    ),
  ])
}

function contentTypes(count: number): string {
  const parts: [string, string][] = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...numbers(count).map((number): [string, string] => [`/xl/worksheets/sheet${number}.xml`, 'worksheet']),
  ]
  return whole('Types', { xmlns: `${packages}/content-types` }, [
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    ...parts.map(([PartName, kind]) =>
      element('Override', { PartName, ContentType: `${spreadsheet}.${kind}+xml` }),
    ),
  ])
}

type Relation = [id: string, kind: string, target: string]

const folders = relations([['workbook', 'officeDocument', 'xl/workbook.xml']])

function relations(all: readonly Relation[]): string {
  const each = all.map(([Id, kind, Target]) =>
    element('Relationship', { Id, Type: `${office}/${kind}`, Target }),
  )
  return whole('Relationships', { xmlns: `${packages}/relationships` }, each)
}

// Format 49 of numbers is “@”: text, whatever it looks like.
const styles = whole('styleSheet', { xmlns: main }, [
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>',
])

function whole(name: string, attributes: Record<string, string>, children: string[]): string {
  return declaration + element(name, attributes, children)
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
