import type { DraftCell } from '../draft-passage.ts'
import { readMark } from './line-marks.ts'
import { sliceRuns, type TextLine } from './text-line.ts'

/** Lines that are the rows of one table: from the first one to before `end`. */
export interface ColumnTable {
  end: number
  rows: { line: TextLine; cells: DraftCell[] }[]
}

interface Piece {
  start: number
  end: number
}

type Cut = (text: string) => Piece[]

/** The table that begins at this line, its columns parted by `|`, tabs, wide gaps or, in a file of values, by `;`; or null. */
export function readTable(lines: readonly TextLine[], from: number): ColumnTable | null {
  const first = lines[from]
  if (!first || first.given || readMark(first.text)?.kind === 'bullet') return null
  for (const { cut, least } of [
    { cut: atBars, least: 2 },
    { cut: atTabs, least: 2 },
    { cut: atGaps, least: 2 },
  ]) {
    const count = cut(first.text).length
    if (count < 2) continue
    let end = from
    while (end < lines.length && isRow(lines, end, from, cut)) end += 1
    if (end - from >= least && (cut !== atGaps || areAligned(lines.slice(from, end))))
      return tableOf(lines.slice(from, end), end, cut)
  }
  return null
}

function isRow(lines: readonly TextLine[], index: number, from: number, cut: Cut): boolean {
  const line = lines[index]
  if (!line || line.given || (index > from && line.isApart && cut !== atBars)) return false
  return isRule(line.text) || cut(line.text).length > 1
}

const isRule = (text: string) => /^[|+\s:=-]*-{2,}[|+\s:=-]*$/.test(text) && /[|+]/.test(text)

function tableOf(lines: readonly TextLine[], end: number, cut: Cut): ColumnTable {
  const ruled = lines.findIndex(({ text }) => isRule(text))
  const rows = lines.filter(({ text }) => !isRule(text))
  const isHead = (index: number) => (ruled > 0 ? index < ruled : index === 0 && looksLikeHead(rows, cut))
  return {
    end,
    rows: rows.map((line, index) => ({
      line,
      cells: cut(line.text).map((piece) => ({ runs: cellRuns(line, piece), isHead: isHead(index) })),
    })),
  }
}

function cellRuns(line: TextLine, { start, end }: Piece) {
  const runs = sliceRuns(line.runs, start, end)
  const place = sliceRuns(line.runs, start)[0]?.at[0] ?? line.runs.at(-1)?.end ?? -1
  return runs.length > 0 ? runs : [{ text: '', at: [], end: place }]
}

// The first row names the columns when it has no figure and a later one has.
function looksLikeHead(rows: readonly TextLine[], cut: Cut): boolean {
  const [head, ...others] = rows
  if (!head || /\d/.test(head.text) || others.length === 0) return false
  return (
    others.some(({ text }) => /\d/.test(text)) && cut(head.text).every(({ start, end }) => end - start <= 40)
  )
}

function atBars(text: string): Piece[] {
  if (!/\|/.test(text)) return []
  const from = text.startsWith('|') ? 1 : 0
  return pieces(text, /\|/g, from, text.length > 1 && text.endsWith('|') ? text.length - 1 : text.length)
}

const atTabs: Cut = (text) => pieces(text, /\t+ */g)
const atGaps: Cut = (text) => pieces(text, / {2,}/g)

function pieces(text: string, separator: RegExp, from = 0, to = text.length): Piece[] {
  const found: Piece[] = []
  let start = from
  for (const { 0: gap, index } of text.slice(0, to).matchAll(separator)) {
    if (index < from) continue
    found.push({ start, end: index })
    start = index + gap.length
  }
  return [...found, { start, end: to }]
}

// Wide gaps are those of a table when a column begins at one place in all its lines.
function areAligned(lines: readonly TextLine[]): boolean {
  const starts = lines.map(({ text, left }) =>
    atGaps(text)
      .slice(1)
      .map(({ start }) => left + start),
  )
  const [first = [], ...others] = starts
  return first.some((column) => others.every((row) => row.some((start) => Math.abs(start - column) <= 1)))
}
