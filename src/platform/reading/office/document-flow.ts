import { type DraftCell, draftPassage, draftRow } from '../draft-passage.ts'
import type { TextPassage } from '../text-document.ts'
import { type Run, runOf } from '../text-runs.ts'

interface OpenText {
  runs: Run[]
  kind: TextPassage['kind']
  level: number
}

interface OpenTable {
  cells: DraftCell[]
  /** Of the current cell; null outside a cell. */
  runs: Run[] | null
  isHead: boolean
  number: number
  /** What its rows wait with: tables in tables come after the table around them. */
  rows: TextPassage[]
}

/** Gathers the passages of a format that is read from end to end: texts may contain texts (notes, boxes), and tables tables. */
export class DocumentFlow {
  readonly #passages: TextPassage[] = []
  readonly #texts: OpenText[] = []
  readonly #tables: OpenTable[] = []
  #tableCount = 0

  get passages(): readonly TextPassage[] {
    return this.#passages
  }

  openText(kind: TextPassage['kind'] = 'paragraph', level = 0): void {
    this.#texts.push({ runs: [], kind, level })
  }

  /** Words of the current text; those outside all texts are ignored. */
  write(text: string, style: Pick<Run, 'strong' | 'link'> = {}): void {
    this.#texts.at(-1)?.runs.push(runOf(text, style))
  }

  closeText(): void {
    const text = this.#texts.pop()
    if (!text) return
    const cell = this.#tables.at(-1)?.runs
    if (cell) cell.push(...text.runs, runOf('\n'))
    else {
      const passage = draftPassage(text.runs, { kind: text.kind, level: text.level })
      if (passage.text !== '') this.#passages.push(passage)
    }
  }

  openTable(): void {
    this.#tableCount += 1
    this.#tables.push({ cells: [], runs: null, isHead: false, number: this.#tableCount, rows: [] })
  }

  openCell(isHead: boolean): void {
    const table = this.#tables.at(-1)
    if (table) Object.assign(table, { runs: [], isHead })
  }

  /** Ends the current cell; one that is merged over others leaves them empty. */
  closeCell(columns = 1): void {
    const table = this.#tables.at(-1)
    if (!table?.runs) return
    table.cells.push({ runs: table.runs, isHead: table.isHead })
    for (let column = 1; column < Math.min(columns, 50); column += 1)
      table.cells.push({ runs: [], isHead: false })
    table.runs = null
  }

  /** A place that a cell from above covers. */
  coveredCell(): void {
    this.#tables.at(-1)?.cells.push({ runs: [], isHead: false })
  }

  closeRow(): void {
    const table = this.#tables.at(-1)
    if (!table) return
    // Sheets go on with empty cells to the edge of the world.
    while (table.cells.length > 1 && isEmpty(table.cells.at(-1))) table.cells.pop()
    const row = draftRow(table.cells, { table: table.number })
    table.cells = []
    if (row.text.replace(/[|\s]/g, '') !== '') table.rows.push(row)
  }

  closeTable(): void {
    const table = this.#tables.pop()
    if (!table) return
    // A table of one cell is a frame around text.
    const rows = table.rows.some(({ cells }) => cells.length > 1)
      ? table.rows
      : table.rows.map((row) => ({ ...row, kind: 'paragraph' as const, cells: [], table: null }))
    this.#passages.push(...rows)
  }
}

const isEmpty = (cell: DraftCell | undefined) => cell?.runs.every(({ text }) => text.trim() === '') ?? true
