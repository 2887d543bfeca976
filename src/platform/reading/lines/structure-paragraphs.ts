import type { TextPassage } from '../text-document.ts'
import type { Run } from '../text-runs.ts'
import { LineReader } from './structure-lines.ts'
import { columns } from './text-line.ts'

/**
 * The passages of a document whose writer typed numbers, bullets and boxes rather than use styles: the paragraphs are
 * structured as lines are, what has a style stays as it is. Where three titles have a style, no other paragraph is one.
 */
export function structureParagraphs(passages: readonly TextPassage[]): TextPassage[] {
  const hasTitles = passages.filter(({ kind }) => kind === 'title').length > 2
  const lines = passages
    .filter(({ text }) => text !== '')
    .map((passage) => ({
      text: passage.text,
      runs: passage.kind === 'paragraph' ? runsOfPassage(passage) : [],
      left: 0,
      right: columns(passage.text),
      isApart: true,
      line: passage.line,
      page: passage.page,
      given: passage.kind === 'paragraph' ? null : passage,
    }))
  return new LineReader(lines, { onlyBoxes: hasTitles }).read()
}

/** A passage as runs again, cut where its style changes. */
export function runsOfPassage({ text, at, strong, links }: TextPassage): Run[] {
  const cuts = [0, text.length, ...[...strong, ...links].flatMap(({ start, end }) => [start, end])]
  const ordered = [...new Set(cuts)].sort((a, b) => a - b)
  const targets = links.map((link) => ({ ...link, target: { url: link.url } }))
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? text.length
    const link = targets.find((each) => each.start <= start && end <= each.end)?.target ?? null
    const isStrong = strong.some((slice) => slice.start <= start && end <= slice.end)
    return {
      text: text.slice(start, end),
      at: at.slice(start, end),
      end: at[end] ?? -1,
      strong: isStrong,
      link,
    }
  })
}
