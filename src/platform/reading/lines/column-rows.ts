import type { DraftCell } from '../draft-passage.ts'
import { readMark } from './line-marks.ts'
import { columns, sliceRuns, type TextLine } from './text-line.ts'

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

/** The table that begins at this line, its columns separated by `|`, tabs, wide gaps or, in a file of values, by `;`; or null. */
export function readTable(lines: readonly TextLine[], from: number): ColumnTable | null {
  const first = lines[from]
  if (!first || first.given || first.text.length > longest || readMark(first.text)?.kind === 'bullet')
    return null
  if (wideLabel.test(first.text)) return null
  for (const cut of [atBars, tabsOf(lines, from), atGaps]) {
    if (cut(first.text).length < 2) continue
    const end =
      cut === atGaps ? endOfAligned(lines, from) : endOfRows(lines, from, (line) => cut(line.text).length > 1)
    if (end - from > 1) return tableOf(lines.slice(from, end), end, cut)
  }
  return null
}

/** The table whose columns are separated by slashes, as pasted mails have them: three lines of as many parts each; or null. */
export function readSlashed(lines: readonly TextLine[], from: number): ColumnTable | null {
  const width = atSlashes(lines[from]?.text ?? '').length
  if (width < 3) return null
  let end = from
  while (lines[end] && atSlashes(lines[end]?.text ?? '').length === width) end += 1
  return end - from >= 3 ? tableOf(lines.slice(from, end), end, atSlashes) : null
}

// 일    시 :, 가. 기    간: — a label set as wide as those above and below it.
const wideLabel = /^(?:(?:\d{1,2}|[가-하])[.)]\s*)?[가-힣](?:\s+[가-힣]){1,4}\s*[:：]/u

/** No row of a typed table is longer. */
const longest = 2_000

function endOfRows(lines: readonly TextLine[], from: number, isRow: (line: TextLine) => boolean): number {
  let end = from + 1
  for (let line = lines[end]; line && !line.given && line.text.length <= longest; line = lines[end]) {
    const isBarred = /^[|+]/.test(line.text)
    if ((line.isApart && !isBarred) || !(isRule(line.text) || isRow(line))) break
    end += 1
  }
  return end
}

// Wide gaps are those of a table when a column begins at one place in all its lines; two lines alone may share a place by chance where
// every word is set wide, and must have as many columns.
function endOfAligned(lines: readonly TextLine[], from: number): number {
  const startsOf = ({ text, left }: TextLine) =>
    atGaps(text)
      .slice(1)
      .map(({ start }) => left + columns(text.slice(0, start)))
  const first = lines[from]
  const ends = (first ? startsOf(first) : []).map((column) =>
    endOfRows(lines, from, (line) => startsOf(line).some((start) => Math.abs(start - column) <= 1)),
  )
  const end = Math.max(from + 1, ...ends)
  const second = lines[from + 1]
  const isChance = end - from === 2 && first && second && startsOf(first).length !== startsOf(second).length
  return isChance ? from + 1 : end
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
      cells: [...(cut === atEachTab ? emptyBefore(line) : []), ...cut(line.text)].map((piece) => ({
        runs: cellRuns(line, piece),
        isHead: isHead(index),
      })),
    })),
  }
}

/** The cells that a row has left empty before its first word, beneath those of the row above. */
const emptyBefore = ({ tabs = 0 }: TextLine): Piece[] =>
  Array.from({ length: tabs }, () => ({ start: 0, end: 0 }))

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
const atEachTab: Cut = (text) => pieces(text, /\t *(?!$)/g)

// Rows pasted from a table have a tab a column, and two where a cell is empty; typed ones have as many as bring them into line.
function tabsOf(lines: readonly TextLine[], from: number): Cut {
  const end = endOfRows(lines, from, (line) => atTabs(line.text).length > 1)
  const rows = lines.slice(from, end)
  const width = atEachTab(rows[0]?.text ?? '').length
  const widthOf = (line: TextLine) => emptyBefore(line).length + atEachTab(line.text).length
  const isPasted =
    atTabs(rows[0]?.text ?? '').length === width &&
    rows.every((line) => widthOf(line) <= width) &&
    rows.filter((line) => widthOf(line) >= width - 1).length * 4 >= rows.length * 3
  return isPasted ? atEachTab : atTabs
}
const atSlashes: Cut = (text) => pieces(text, / \/ /g)
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
