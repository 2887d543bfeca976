import { longestCell, mostColumns, type OpenedTable, type RowError, type TableRow } from './table.ts'
import { readLines, sniffEncoding } from './text-lines.ts'

const linesLookedAt = 300

/** Opens a text file with cells between commas, semicolons, tabs or bars. */
export async function openTextTable(path: string): Promise<OpenedTable> {
  const text = await sniffEncoding(path)
  const first: string[] = []
  for await (const line of readLines(path, text)) {
    first.push(line.text)
    if (first.length >= linesLookedAt) break
  }
  const delimiter = findDelimiter(first)
  const { encoding, isMixed } = text
  return {
    about: { format: 'csv', encoding, isMixed, delimiter, sheets: [], sheet: null },
    rows: cutRows(readLines(path, text), delimiter),
    close: () => undefined,
  }
}

const candidates = [';', ',', '\t', '|']

/** The sign between the cells of a text table: the one that occurs equally often in nearly every line; a comma when none does. */
function findDelimiter(lines: readonly string[]): string {
  const told = lines.filter((line) => line.trim() !== '')
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const counts = told.map((line) => countOutsideQuotes(line, delimiter))
    const usual = mostFrequent(counts.filter((count) => count > 0))
    if (usual === 0) continue
    const share = counts.filter((count) => count === usual).length / told.length
    // Lines that agree say more than many signs: every sentence has commas.
    const score = share * share * (1 + Math.log2(usual))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === delimiter && !isQuoted) count++
  }
  return count
}

function mostFrequent(counts: readonly number[]): number {
  const times = Map.groupBy(counts, (count) => count)
  let [usual, most] = [0, 0]
  for (const [count, { length }] of times) if (length > most) [usual, most] = [count, length]
  return usual
}

// A text with line ends in quotation marks has a few; a mark that was never closed swallows the rest of the file.
const mostLinesInCell = 60

interface Line {
  text: string
  isLost: boolean
}

/**
 * Cuts lines into rows as RFC 4180 does and spreadsheets write. A row with marks that are not closed, or with text beside a closed one, is
 * an error of this row alone: reading goes on with the next line.
 */
async function* cutRows(lines: AsyncIterable<Line>, delimiter: string): AsyncGenerator<TableRow> {
  const rows = new Rows(delimiter)
  for await (const line of lines) yield* rows.add(line)
  yield* rows.end()
}

class Rows {
  readonly #delimiter: string
  /** Lines of a row whose marks are still open. */
  #held: Line[] = []
  #number = 0

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  *add(...lines: Line[]): Generator<TableRow> {
    const queue = lines
    for (let line = queue.shift(); line; line = queue.shift()) {
      this.#held.push(line)
      const cut = cutRow(this.#held.map(({ text }) => text).join('\n'), this.#delimiter)
      if (cut === 'open' && this.#held.length <= mostLinesInCell) continue
      // The supposed row was a stray mark in its first line.
      if (this.#held.length > 1 && (cut === 'open' || cut.error))
        queue.unshift(...(yield* this.#giveUpFirst()))
      else yield this.#rowOf(cut === 'open' ? this.#strayRow(line) : cut, this.#held.splice(0))
    }
  }

  *end(): Generator<TableRow> {
    while (this.#held.length > 0) yield* this.add(...(yield* this.#giveUpFirst()))
  }

  *#giveUpFirst(): Generator<TableRow, Line[]> {
    const [first, ...others] = this.#held.splice(0)
    if (first) yield this.#rowOf(this.#strayRow(first), [first])
    return others
  }

  #strayRow({ text }: Line): Cut {
    return { cells: text.split(this.#delimiter), error: 'quotes' }
  }

  #rowOf({ cells, error }: Cut, lines: readonly Line[]): TableRow {
    const wrong = error ?? (lines.some(({ isLost }) => isLost) ? 'letters' : undefined)
    const kept = cells.slice(0, mostColumns).map((cell) => cell.slice(0, longestCell))
    const number = ++this.#number
    return wrong === undefined ? { number, cells: kept } : { number, cells: kept, error: wrong }
  }
}

interface Cut {
  cells: string[]
  error?: RowError
}

function cutRow(text: string, delimiter: string): Cut | 'open' {
  if (!text.includes('"')) return { cells: text.split(delimiter).map((cell) => cell.trim()) }
  const cells: string[] = []
  let error: RowError | undefined
  for (let at = 0; at <= text.length; at++) {
    const start = skipSpaces(text, at, delimiter)
    if (text[start] === '"') {
      const end = closingMark(text, start)
      if (end < 0) return 'open'
      cells.push(
        text
          .slice(start + 1, end)
          .replaceAll('""', '"')
          .trim(),
      )
      const next = nextDelimiter(text, end + 1, delimiter)
      if (text.slice(end + 1, next).trim() !== '') error = 'quotes'
      at = next
    } else {
      const next = nextDelimiter(text, at, delimiter)
      cells.push(text.slice(at, next).trim())
      at = next
    }
  }
  return error ? { cells, error } : { cells }
}

function skipSpaces(text: string, at: number, delimiter: string): number {
  let start = at
  while (text[start] === ' ' && text[start] !== delimiter) start++
  return start
}

function closingMark(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at
    at++
  }
  return -1
}

function nextDelimiter(text: string, from: number, delimiter: string): number {
  const next = text.indexOf(delimiter, from)
  return next < 0 ? text.length : next
}
