import type { TextPassage } from '../text-document.ts'
import { type Run, runAt } from '../text-runs.ts'

/** A line of a text that has no styles, or hardly any: pasted words, a page of a PDF. */
export interface TextLine {
  /** Without the space around it; not empty. */
  text: string
  /** As many units as `text`. */
  runs: readonly Run[]
  /** Where it begins and ends across the page: columns of a typewriter, or points. */
  left: number
  right: number
  /** How many tabs come before its text: empty cells, where it is the row of a table. */
  tabs?: number
  /** How many marks of quotation (>) came before it; missing where none did. */
  quoted?: number
  /** Empty lines precede it, or a gap as wide as one, or another person is quoted. */
  isApart: boolean
  line: number
  page: number | null
  isBold?: boolean
  /** Size of the letters in points, where there is one. */
  size?: number
  /** What it is, where a style says so. */
  given?: TextPassage | null
}

/** The lines of a plain text, the empty ones left out. */
export function linesOf(source: string): TextLine[] {
  const lines: TextLine[] = []
  let isApart = true
  let number = 0
  let page = 1
  let quoted = 0
  for (const { 0: whole, index } of source.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    number += 1
    if (whole === '' && index === source.length) break
    // A form feed begins a page; what surrounds it on its line belongs to either.
    for (const { 0: piece, index: within } of whole.matchAll(/\f|[^\f]+/g)) {
      if (piece === '\f') {
        page += 1
        isApart = true
        continue
      }
      const marks = /^[ \t]*(?:> ?)+/.exec(piece)?.[0] ?? ''
      const depth = marks.replace(/[^>]/g, '').length
      const text = piece.slice(marks.length).trim()
      if (depth !== quoted) isApart = true
      quoted = depth
      if (text === '') {
        isApart = true
        continue
      }
      const lead = piece.indexOf(text, marks.length)
      const before = piece.slice(marks.length, lead)
      const left = columns(before)
      const runs = [runAt(text, index + within + lead)]
      const tabs = before.split('\t').length - 1
      const line = { text, runs, left, right: left + columns(text), tabs, isApart, line: number, page }
      lines.push(depth > 0 ? { ...line, quoted } : line)
      isApart = false
    }
  }
  return page === 1 ? lines.map((line) => ({ ...line, page: null })) : lines
}

/** How many columns of a typewriter a text takes: Hangul and other wide signs take two. */
export function columns(text: string): number {
  let width = 0
  for (const sign of text) {
    if (sign === '\t') width += 8 - (width % 8)
    else
      width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(sign)
        ? 2
        : 1
  }
  return width
}

/** Part of the runs of a line, by the units of its text. */
export function sliceRuns(runs: readonly Run[], start: number, end = Number.POSITIVE_INFINITY): Run[] {
  const parts: Run[] = []
  let offset = 0
  for (const run of runs) {
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, run.text.length)
    if (from < to) {
      const isWhole = to === run.text.length
      const at = run.at.slice(from, to)
      parts.push({ ...run, text: run.text.slice(from, to), at, end: isWhole ? run.end : (run.at[to] ?? -1) })
    }
    offset += run.text.length
  }
  return parts
}

/** The size in which most letters of a text are set, in points; 0 when it has none. */
export function usualSize(lines: readonly TextLine[]): number {
  const units = new Map<number, number>()
  for (const { size, text } of lines)
    if (size !== undefined) units.set(size, (units.get(size) ?? 0) + text.length)
  return [...units].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}
