import type { Readable } from 'node:stream'
import type { ZipEntries } from '../open-zip.ts'
import { openWorkbookZip } from './open-workbook-zip.ts'
import {
  chooseSheet,
  mostColumns,
  mostRows,
  type OpenedTable,
  type SheetAbout,
  type TableRow,
  TableUnreadable,
} from './table.ts'
import { put } from './xlsx-table.ts'
import { readXml, scanXml } from './xml-events.ts'

export async function openOdsTable(path: string, asked: string | null): Promise<OpenedTable> {
  const zip = await openWorkbookZip(path)
  try {
    await refuseLocked(zip)
    const sheets = await listSheets(await content(zip))
    const sheet = chooseSheet(sheets, asked)
    return {
      about: { format: 'ods', encoding: null, isMixed: false, delimiter: null, sheets, sheet: sheet.name },
      rows: readRows(await content(zip), sheets.indexOf(sheet)),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function content(zip: ZipEntries): Promise<Readable> {
  const bytes = await zip.open('content.xml')
  if (!bytes) throw new TableUnreadable('damaged', 'content.xml')
  return bytes
}

async function refuseLocked(zip: ZipEntries): Promise<void> {
  let isLocked = false
  await scanXml(await zip.open('META-INF/manifest.xml'), {
    open: (name) => {
      if (name === 'encryption-data') isLocked = true
    },
  })
  if (isLocked) throw new TableUnreadable('locked')
}

async function listSheets(bytes: Readable): Promise<SheetAbout[]> {
  const sheets: { name: string; style: string }[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  await scanXml(bytes, {
    open: (name, attributes) => {
      if (name === 'style') style = attributes['style:name'] ?? ''
      if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style)
      if (name === 'table')
        sheets.push({ name: attributes['table:name'] ?? '', style: attributes['table:style-name'] ?? '' })
    },
  })
  return sheets.map(({ name, style: own }) => ({ name, isHidden: hiddenStyles.has(own) }))
}

interface OdsCell {
  repeated: number
  value: string | null
  paragraphs: string[]
}

// Empty rows to the end of the sheet are written once, and repeated a million times.
const mostRepeated = 1000

async function* readRows(bytes: Readable, wanted: number): AsyncGenerator<TableRow> {
  let done: TableRow[] = []
  let table = -1
  let number = 0
  let row: { cells: string[]; repeated: number; column: number } | null = null
  let cell: OdsCell | null = null
  let isParagraph = false
  let noteDepth = 0
  const handlers = {
    open: (name: string, attributes: Record<string, string>) => {
      if (name === 'table') table++
      if (table !== wanted) return
      if (name === 'table-row')
        row = { cells: [], column: 0, repeated: times(attributes['table:number-rows-repeated']) }
      if (name === 'table-cell' || name === 'covered-table-cell')
        cell = {
          repeated: times(attributes['table:number-columns-repeated']),
          value: textOf(attributes),
          paragraphs: [],
        }
      if (name === 'annotation') noteDepth++
      if (name === 'p' && cell && noteDepth === 0) {
        isParagraph = true
        cell.paragraphs.push('')
      }
      if (name === 's' && isParagraph && cell) append(cell, ' ')
      if (name === 'line-break' && isParagraph && cell) append(cell, '\n')
    },
    text: (piece: string) => {
      if (isParagraph && cell) append(cell, piece)
    },
    close: (name: string) => {
      if (table !== wanted) return
      if (name === 'annotation') noteDepth--
      if (name === 'p') isParagraph = false
      if ((name === 'table-cell' || name === 'covered-table-cell') && cell && row) {
        const text = cell.value ?? cell.paragraphs.join('\n')
        if (text !== '')
          for (let at = row.column; at < Math.min(row.column + cell.repeated, mostColumns); at++)
            put(row.cells, at, text)
        row.column += cell.repeated
        cell = null
      }
      if (name === 'table-row' && row) {
        const { cells, repeated } = row
        const isEmpty = cells.length === 0
        for (let at = 0; at < repeated && number < mostRows; at++, number++)
          if (!isEmpty && at < mostRepeated) done.push({ number: number + 1, cells: [...cells] })
        row = null
      }
    },
  }
  for await (const _ of readXml(bytes, handlers)) {
    yield* done
    done = []
  }
}

function append(cell: OdsCell, piece: string): void {
  const last = cell.paragraphs.length - 1
  cell.paragraphs[last] = (cell.paragraphs[last] ?? '') + piece
}

/** The value of a date or a number; null where the text of the cell is its value. */
function textOf(attributes: Record<string, string>): string | null {
  const type = attributes['office:value-type']
  if (type === 'date') return (attributes['office:date-value'] ?? '').replace(/T00:00:00$/, '')
  // Codes shown with their zeros look like texts: only numbers with decimals are better read from the value.
  if (type === 'float' && /[.eE]/.test(attributes['office:value'] ?? ''))
    return attributes['office:value'] ?? null
  if (type === 'boolean') return attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE'
  return null
}

function times(text: string | undefined): number {
  const number = Number(text ?? 1)
  return Number.isInteger(number) && number > 0 ? number : 1
}
