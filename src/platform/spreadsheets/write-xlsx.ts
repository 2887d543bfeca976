import { element, escapeXml } from '../documents/xml.ts'
import { writeZip } from '../write-zip.ts'
import { cellAddress } from './table.ts'

/** A text stays the text that it is; numbers and days (ISO) can be reckoned with. */
export type Cell = string | number | { day: string }

interface SheetColumn {
  title: string
  width: number
  /** How its cells are shown, and what is typed into an empty one is taken for. `prose` is text in several lines; text when left out. */
  look?: 'text' | 'prose' | 'number' | 'amount' | 'day'
}

/** One sheet of a workbook: its rows are asked for when their turn comes. */
export interface Sheet {
  name: string
  columns: readonly SheetColumn[]
  slices(): AsyncIterable<readonly Cell[][]>
  /** Whether a row below the headings is one itself. */
  isHeading?: (row: readonly Cell[]) => boolean
}

/**
 * A workbook of texts, numbers and days (ECMA-376) with frozen headings, written as it is read: the rows of one slice in memory at a time.
 * Nothing in it depends on when or where it is written; see `writeZip`. `day`: the ISO day of what it says, as the day of the file.
 */
export function writeXlsx(
  sheets: readonly Sheet[],
  { day }: { day?: string } = {},
): AsyncGenerator<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  return writeZip([
    { path: '[Content_Types].xml', content: contentTypes(names.length, day !== undefined) },
    { path: '_rels/.rels', content: folders(day !== undefined) },
    ...(day === undefined ? [] : [{ path: 'docProps/core.xml', content: coreProperties(day) }]),
    { path: 'xl/workbook.xml', content: workbookOf(names) },
    { path: 'xl/_rels/workbook.xml.rels', content: sheetRelations(names.length) },
    { path: 'xl/styles.xml', content: styles },
    ...sheets.map((sheet, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetXml(sheet),
    })),
  ])
}

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
    yield rows
      .map((row) =>
        isHeading(row) ? rowXml(++number, row, style.heading) : rowXml(++number, row, style.text, columns),
      )
      .join('')
  yield '</sheetData></worksheet>'
}

const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>' +
  '</sheetView></sheetViews>'

// Text typed below is text like the rest: a spreadsheet would turn the year 2016 into a number and 2016-09 into a month of its own.
function columnXml({ width, look = 'text' }: SheetColumn, index: number): string {
  const place = String(index + 1)
  return element('col', {
    min: place,
    max: place,
    width: String(width),
    style: style[look],
    customWidth: '1',
  })
}

function rowXml(number: number, cells: readonly Cell[], text: string, columns: readonly SheetColumn[] = []) {
  const xml = cells.map((cell, column) => {
    const value = serialOf(cell)
    if (value === '') return ''
    const at = cellAddress(column, number)
    const look = columns[column]?.look
    if (typeof value === 'number') {
      const shown = typeof cell === 'object' ? style.day : look === 'amount' ? style.amount : style.number
      return `<c r="${at}" s="${shown}"><v>${value}</v></c>`
    }
    const shown = look === 'prose' ? style.prose : text
    return `<c r="${at}" s="${shown}" t="inlineStr"><is><t xml:space="preserve">${cellXml(value)}</t></is></c>`
  })
  return `<row r="${number}">${xml.join('')}</row>`
}

// Days are counted from the last of 1899. Spreadsheets know none before 1900, and take that year for a leap year: until March days stay texts.
function serialOf(cell: Cell): string | number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : ''
  if (typeof cell === 'string') return cell
  return cell.day < '1900-03-01' ? cell.day : (Date.parse(`${cell.day}T00:00:00Z`) - dayZero) / 86_400_000
}

const dayZero = Date.UTC(1899, 11, 30)

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
const style = { heading: '2', text: '1', number: '3', amount: '4', day: '5', prose: '6' }

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

function coreProperties(day: string): string {
  const instant = (name: string) =>
    element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, [`${day}T00:00:00Z`])
  const names = {
    'xmlns:cp': `${packages}/metadata/core-properties`,
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }
  return whole('cp:coreProperties', names, [instant('created'), instant('modified')])
}

function sheetRelations(count: number): string {
  return relations([
    ['styles', 'styles', 'styles.xml'],
    ...numbers(count).map(
      (number): Relation => [`sheet${number}`, 'worksheet', `worksheets/sheet${number}.xml`],
    ),
  ])
}

function contentTypes(count: number, hasDay: boolean): string {
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
    ...(hasDay ? [element('Override', coreType)] : []),
  ])
}

const coreType = {
  PartName: '/docProps/core.xml',
  ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
}

type Relation = [id: string, kind: string, target: string, base?: string]

function folders(hasDay: boolean): string {
  return relations([
    ['workbook', 'officeDocument', 'xl/workbook.xml'],
    ...(hasDay
      ? [
          [
            'core',
            'metadata/core-properties',
            'docProps/core.xml',
            `${packages}/relationships`,
          ] satisfies Relation,
        ]
      : []),
  ])
}

function relations(all: readonly Relation[]): string {
  const each = all.map(([Id, kind, Target, base = office]) =>
    element('Relationship', { Id, Type: `${base}/${kind}`, Target }),
  )
  return whole('Relationships', { xmlns: `${packages}/relationships` }, each)
}

// Formats that every spreadsheet knows: 49 is “@”, text, whatever it looks like; 1 a number, 3 one with its thousands apart, 14 a day as
// the reader’s own country writes it.
const styles = whole('styleSheet', { xmlns: main }, [
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  ...['1', '3', '14'].map(
    (format) =>
      `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ),
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">',
  '<alignment vertical="top" wrapText="1"/></xf></cellXfs>',
])

function whole(name: string, attributes: Record<string, string>, children: string[]): string {
  return declaration + element(name, attributes, children)
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
