import type { Readable } from 'node:stream'
import { columnOf, type TableRow } from './table.ts'

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
export class MergedCells {
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
export async function readMergedCells(bytes: Readable): Promise<MergedCells> {
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
