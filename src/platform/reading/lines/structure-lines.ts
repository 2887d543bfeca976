import { draftPassage, draftRow, joinCutParagraphs } from '../draft-passage.ts'
import type { TextPassage, TextRemark } from '../text-document.ts'
import { readSlashed, readTable } from './column-rows.ts'
import { dropContents } from './contents-lines.ts'
import { type LineMark, readMark } from './line-marks.ts'
import { dropRunningLines } from './running-lines.ts'
import { sliceRuns, type TextLine } from './text-line.ts'
import { findTitles, type TitleChoice, type TitleLine } from './title-lines.ts'
import { goesOn, joinLines, wrapWidth } from './wrapped-lines.ts'

/** The passages of lines without styles: titles, paragraphs, items and rows, recognised by how they are written. */
export function structureLines(given: readonly TextLine[]): {
  passages: TextPassage[]
  remarks: TextRemark[]
} {
  const running = dropRunningLines(given)
  const contents = dropContents(running.lines)
  const passages = joinCutParagraphs(new LineReader(contents.lines, { entries: contents.entries }).read())
  return {
    passages,
    remarks: [
      ...(running.dropped > 0
        ? [{ code: 'runningLinesLeftOut' as const, detail: String(running.dropped) }]
        : []),
      ...(contents.dropped > 0
        ? [{ code: 'contentsLeftOut' as const, detail: String(contents.dropped) }]
        : []),
    ],
  }
}

/** Reads lines one after the other. */
export class LineReader {
  readonly #lines: readonly TextLine[]
  readonly #titles: ReadonlyMap<number, TitleLine>
  readonly #width: number
  readonly #words: ReadonlySet<string>
  /** Styles of the titles, and of the items, above the current line. */
  #ranks: string[] = []
  #bullets: string[] = []
  #tables = 0

  constructor(lines: readonly TextLine[], which: TitleChoice) {
    this.#lines = lines
    this.#titles = findTitles(lines, which)
    this.#width = wrapWidth(lines)
    this.#words = new Set(
      lines.flatMap(
        ({ text }) =>
          text
            .toLowerCase()
            .match(/[\p{L}\p{M}’'-]+/gu)
            ?.filter((word) => !word.endsWith('-')) ?? [],
      ),
    )
  }

  read(): TextPassage[] {
    const passages: TextPassage[] = []
    for (let index = 0; index < this.#lines.length; ) {
      const { end, read } = this.#readAt(index)
      passages.push(...read)
      index = Math.max(end, index + 1)
    }
    return passages.filter(({ text }) => text !== '')
  }

  #readAt(index: number): { end: number; read: TextPassage[] } {
    const line = this.#lines[index]
    if (!line) return { end: index + 1, read: [] }
    if (line.given) return this.#given(index, line.given)
    const slashed = readSlashed(this.#lines, index)
    const title = this.#titles.get(index)
    if (title && !slashed) return this.#title(index, title)
    if (/^(?:[=_*~-]\s?){3,}$/.test(line.text)) return { end: index + 1, read: [] }
    const table = slashed ?? readTable(this.#lines, index)
    if (table) {
      this.#bullets = []
      this.#tables += 1
      const place = { table: this.#tables }
      return {
        end: table.end,
        read: table.rows.map(({ line, cells }) =>
          draftRow(cells, { ...place, line: line.line, page: line.page, ...quotedOf(line) }),
        ),
      }
    }
    const mark = readMark(line.text)
    return mark && mark.kind !== 'heading' ? this.#item(index, mark) : this.#paragraph(index)
  }

  #given(index: number, passage: TextPassage): { end: number; read: TextPassage[] } {
    if (passage.kind === 'title') this.#ranks = ranksAbove(passage.level)
    if (passage.kind !== 'item') this.#bullets = []
    this.#tables = Math.max(this.#tables, passage.table ?? 0)
    return { end: index + 1, read: [passage] }
  }

  #title(index: number, title: TitleLine): { end: number; read: TextPassage[] } {
    let end = index + 1
    // A title that takes two lines is in one style.
    while (this.#isSameTitle(end, title.style)) end += 1
    const lines = this.#lines.slice(index, end)
    const runs = lines.map(({ runs, text }) => sliceRuns(runs, title.before, text.length - title.after))
    this.#bullets = []
    const level = title.level ?? this.#rank(title.style)
    if (title.level !== undefined) this.#ranks = ranksAbove(title.level)
    const read = [
      draftPassage(this.#join(runs), { kind: 'title', level: Math.min(level, 6), ...placeOf(lines) }),
    ]
    return { end: title.style.startsWith('underlined') ? end + 1 : end, read }
  }

  #isSameTitle(index: number, style: string): boolean {
    const [line, above, title] = [this.#lines[index], this.#lines[index - 1], this.#titles.get(index)]
    if (!line || !above || line.isApart || title?.style !== style) return false
    return style.startsWith('size') || style === 'capitals'
  }

  #rank(style: string): number {
    const known = this.#ranks.indexOf(style)
    this.#ranks = known >= 0 ? this.#ranks.slice(0, known + 1) : [...this.#ranks, style]
    return this.#ranks.length
  }

  #item(index: number, mark: LineMark): { end: number; read: TextPassage[] } {
    const known = this.#bullets.indexOf(mark.style)
    const level =
      mark.kind === 'note'
        ? Math.max(1, this.#bullets.length)
        : known >= 0
          ? known + 1
          : this.#bullets.length + 1
    if (mark.kind !== 'note')
      this.#bullets = known >= 0 ? this.#bullets.slice(0, level) : [...this.#bullets, mark.style]
    const end = this.#endOfText(index, this.#lines[index]?.left)
    const lines = this.#lines.slice(index, end)
    const runs = lines.map((line, at) => (at === 0 ? sliceRuns(line.runs, mark.length) : line.runs))
    return { end, read: [draftPassage(this.#join(runs), { kind: 'item', level, ...placeOf(lines) })] }
  }

  #paragraph(index: number): { end: number; read: TextPassage[] } {
    const end = this.#endOfText(index)
    const lines = this.#lines.slice(index, end)
    this.#bullets = []
    return {
      end,
      read: [
        draftPassage(this.#join(lines.map(({ runs }) => runs)), { kind: 'paragraph', ...placeOf(lines) }),
      ],
    }
  }

  #endOfText(index: number, hanging: number | null = null): number {
    let end = index + 1
    for (;;) {
      const [line, next] = [this.#lines[end - 1], this.#lines[end]]
      if (!line || !next || this.#titles.has(end) || readMark(next.text)) return end
      // What is set in under the words of an item belongs to it.
      const hangs = hanging !== null && !next.isApart && next.left > hanging
      if (!hangs && !goesOn(line, next, this.#width)) return end
      end += 1
    }
  }

  #join(runs: Parameters<typeof joinLines>[0]) {
    return joinLines(runs, (word) => this.#words.has(word.toLowerCase()))
  }
}

// The levels that a text names itself.
const ranksAbove = (level: number) => Array.from({ length: level }, (_, depth) => `#${depth}`)

function placeOf([first]: readonly TextLine[]) {
  return { line: first?.line ?? 0, page: first?.page ?? null, ...quotedOf(first) }
}

const quotedOf = (line: TextLine | undefined) => (line?.quoted ? { quoted: line.quoted } : {})
