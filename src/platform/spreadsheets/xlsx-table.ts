import type { Readable } from 'node:stream'
import { numberText } from './cell-values.ts'
import { chooseSheet } from './choose-sheet.ts'
import { readMergedCells } from './merged-cells.ts'
import { openWorkbookZip } from './open-workbook-zip.ts'
import {
  columnOf,
  longestCell,
  mostColumns,
  mostRows,
  type OpenedTable,
  type TableRow,
  TableUnreadable,
} from './table.ts'
import { readNumberForms, readSharedTexts, readWorkbook } from './xlsx-parts.ts'
import { readXml } from './xml-events.ts'

/** Opens a workbook of Excel 2007 or later. Formulas have the values with which it was saved; nothing is computed. */
export async function openXlsxTable(path: string, asked: string | null): Promise<OpenedTable> {
  const zip = await openWorkbookZip(path)
  try {
    const { sheets, countsFrom1904 } = await readWorkbook(zip)
    const sheet = chooseSheet(sheets, asked)
    const open = async () => {
      const bytes = await zip.open(sheet.entry)
      if (!bytes) throw new TableUnreadable('damaged', sheet.entry)
      return bytes
    }
    const forms = await readNumberForms(zip)
    const texts = await readSharedTexts(zip)
    const merged = await readMergedCells(await open())
    const textOf = ({ type, style, text }: Cell) => {
      if (type === 's') return texts[Number(text)] ?? ''
      if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
      // #N/A and the like are results of a formula, and no value.
      if (type === 'e') return ''
      if (type === 'd') return text.replace(/T00:00:00(\.0+)?Z?$/, '')
      return type === '' || type === 'n' ? numberText(text, forms[style] ?? 'number', countsFrom1904) : text
    }
    return {
      about: {
        format: 'xlsx',
        encoding: null,
        isMixed: false,
        delimiter: null,
        sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
        sheet: sheet.name,
      },
      rows: merged.spread(readRows(await open(), textOf)),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

interface Cell {
  type: string
  style: number
  text: string
}

async function* readRows(bytes: Readable, textOf: (cell: Cell) => string): AsyncGenerator<TableRow> {
  let done: TableRow[] = []
  let row: TableRow = { number: 0, cells: [] }
  let column = -1
  let cell: Cell = { type: '', style: 0, text: '' }
  let isText = false
  let isReading = 0
  const handlers = {
    open: (name: string, attributes: Record<string, string>) => {
      if (name === 'row') {
        row = { number: Number(attributes.r ?? row.number + 1), cells: [] }
        column = -1
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        cell = { type: attributes.t ?? '', style: Number(attributes.s ?? 0), text: '' }
      } else if (name === 'rPh') isReading++
      isText = (name === 'v' || name === 't') && isReading === 0
    },
    text: (piece: string) => {
      if (isText && cell.text.length < longestCell) cell.text += piece
    },
    close: (name: string) => {
      if (name === 'rPh') isReading--
      if (name === 'v' || name === 't') isText = false
      if (name === 'c' && cell.text !== '' && column >= 0 && column < mostColumns)
        put(row.cells, column, textOf(cell))
      if (name === 'row' && row.number <= mostRows) done.push(row)
    },
  }
  for await (const _ of readXml(bytes, handlers)) {
    yield* done
    done = []
  }
}

/** Sets a cell, and empty ones before it. */
export function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('')
  cells[column] = text.slice(0, longestCell).trim()
}
