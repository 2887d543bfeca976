import type { Readable } from 'node:stream'
import { numberText } from './cell-values.ts'
import { openWorkbookZip } from './open-workbook-zip.ts'
import {
  chooseSheet,
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

interface Area {
  top: number
  bottom: number
  left: number
  right: number
}

const mostAreas = 20_000
// A title over the whole sheet is merged as well: it belongs to one row.
const widestArea = 12

/** Merged cells: the first holds the value, which is meant for all. */
class MergedCells {
  readonly #areas: Area[]

  constructor(areas: Area[]) {
    this.#areas = areas.toSorted((a, b) => a.top - b.top)
  }

  /** Rows with the value of each area in all its cells; rows come in order. */
  async *spread(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow> {
    let next = 0
    let open: (Area & { value: string })[] = []
    for await (const row of rows) {
      open = open.filter(({ bottom }) => bottom >= row.number)
      for (let area = this.#areas[next]; area && area.top <= row.number; area = this.#areas[++next]) {
        const value = area.top === row.number ? (row.cells[area.left] ?? '') : ''
        if (value !== '') open.push({ ...area, value })
      }
      for (const { left, right, value } of open) {
        for (let column = left; column <= right; column++) {
          while (row.cells.length <= column) row.cells.push('')
          row.cells[column] ||= value
        }
      }
      yield row
    }
  }
}

/**
 * Which cells of a sheet were merged. They are named behind the rows: the bytes are searched for those names alone, which takes a tenth
 * of the time of reading them.
 */
async function readMergedCells(bytes: Readable): Promise<MergedCells> {
  const areas: Area[] = []
  let held = ''
  for await (const piece of bytes) {
    held += piece.toString('latin1')
    for (const match of held.matchAll(
      /<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"[^>]*>/g,
    )) {
      const [, left = '', top, right = '', bottom] = match
      const area = { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) }
      if (areas.length < mostAreas && area.right - area.left < widestArea) areas.push(area)
    }
    const last = held.lastIndexOf('<')
    held = last >= 0 && held.length - last < 300 && !held.includes('>', last) ? held.slice(last) : ''
  }
  return new MergedCells(areas)
}
