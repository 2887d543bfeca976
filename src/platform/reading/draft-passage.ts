import { isKeyValue } from './lines/wrapped-lines.ts'
import type { Cell, TextPassage } from './text-document.ts'
import { composeText, type Run } from './text-runs.ts'

type Place = Pick<TextPassage, 'kind'> &
  Partial<Pick<TextPassage, 'level' | 'line' | 'page' | 'anchor' | 'quoted'>>

/** A title, paragraph or item of these runs. */
export function draftPassage(runs: readonly Run[], place: Place): TextPassage {
  return { level: 0, line: 0, page: null, ...place, ...composeText(runs), cells: [], table: null }
}

export interface DraftCell {
  runs: readonly Run[]
  isHead: boolean
}

const between = ' | '

/** A row of a table; empty cells keep their place. */
export function draftRow(
  cells: readonly DraftCell[],
  place: { table: number; line?: number; page?: number | null; quoted?: number },
): TextPassage {
  const parts = cells.map(({ runs, isHead }) => ({ ...composeText(runs), isHead }))
  const row = { text: '', at: [] as number[], strong: [], links: [], cells: [] as Cell[] }
  const strong: TextPassage['strong'][number][] = []
  const links: TextPassage['links'][number][] = []
  let end = -1
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      row.text += between
      row.at.push(end, end, end)
    }
    const start = row.text.length
    const moved = <S extends { start: number; end: number }>(slice: S) => ({
      ...slice,
      start: slice.start + start,
      end: slice.end + start,
    })
    row.text += part.text
    row.at.push(...part.at.slice(0, -1).map((at) => Math.max(at, end)))
    end = Math.max(end, part.at.at(-1) ?? -1)
    row.cells.push({ start, end: row.text.length, text: part.text, isHead: part.isHead })
    strong.push(...part.strong.map(moved))
    links.push(...part.links.map(moved))
  }
  row.at.push(end)
  return { kind: 'row', level: 0, line: 0, page: null, ...place, ...row, strong, links }
}

/** Several passages as one, a space or other signs between them: that of the first, with the text of all. */
export function joinPassages(first: TextPassage, others: readonly TextPassage[], between = ' '): TextPassage {
  if (others.length === 0) return first
  const all = [first, ...others]
  const starts: number[] = []
  let length = 0
  for (const { text } of all) {
    starts.push(length)
    length += text.length + between.length
  }
  const moved = <S extends { start: number; end: number }>(slices: readonly S[], index: number): S[] =>
    slices.map((slice) => ({
      ...slice,
      start: slice.start + (starts[index] ?? 0),
      end: slice.end + (starts[index] ?? 0),
    }))
  return {
    ...first,
    text: all.map(({ text }) => text).join(between),
    // The end of one is the place of the sign between it and the next.
    at: all.flatMap(({ at }, index) => [
      ...at,
      ...(index < others.length ? Array.from(between.slice(1), () => at.at(-1) ?? -1) : []),
    ]),
    strong: all.flatMap(({ strong }, index) => moved(strong, index)),
    links: all.flatMap(({ links }, index) => moved(links, index)),
  }
}

/** Joins a paragraph that the end of a page cut: it ends no sentence, and the next one begins in lower case. */
export function joinCutParagraphs(passages: readonly TextPassage[]): TextPassage[] {
  const groups: { first: TextPassage; others: TextPassage[] }[] = []
  let isCut = false
  for (const passage of passages) {
    const last = groups.at(-1)
    const isSame = passage.kind === 'paragraph' && passage.quoted === last?.first.quoted
    if (last && isCut && isSame && startsInLowerCase(passage.text)) {
      last.others.push(passage)
    } else groups.push({ first: passage, others: [] })
    isCut = passage.kind === 'paragraph' && !endsSentence(passage.text) && !isKeyValue(passage.text)
  }
  return groups.map(({ first, others }) => joinPassages(first, others))
}

const endsSentence = (text: string) => /[.!?…:;](?:[\s)\]»”"]*)$/u.test(text)
const startsInLowerCase = (text: string) => /^\p{Ll}/u.test(text)
