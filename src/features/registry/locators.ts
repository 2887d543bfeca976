import { createHash } from 'node:crypto'
import { type Span, sentences } from '../../platform/i18n/sentences.ts'
import { readMarkdown } from '../../platform/reading/markdown/read-markdown.ts'
import type { TextDocument } from '../../platform/reading/text-document.ts'

/**
 * The place of a quoted passage: titles above it, number of its paragraph under them, UTF-16 offsets in that paragraph’s plain text and the
 * SHA-256 of the slice. It contains no word of the source beyond its titles.
 */
export interface Locator {
  heading: string[]
  paragraph: number
  start: number
  end: number
  sha256: string
  page: number | null
}

export type LocatorState = 'found' | 'moved' | 'changed'

/** The result of a locator in a document; `passage` is null if nothing is at that place any more. */
export interface ResolvedLocator extends Span {
  state: LocatorState
  passage: Passage | null
}

/** Marks a slice of a passage so that it can be found again, or its change noticed. */
export function makeLocator(passage: Passage, start: number, end: number): Locator {
  const sha256 = digest(passage.text.slice(start, end))
  return { heading: passage.heading, paragraph: passage.paragraph, start, end, sha256, page: null }
}

/**
 * Finds a quoted passage again: `found` at its place, `moved` if the same words are now another one or two sentences of the document,
 * `changed` if they are nowhere.
 */
export function resolveLocator(passages: Passage[], locator: Locator): ResolvedLocator {
  const { start, end } = locator
  const here = passages.find((passage) => isAt(passage, locator)) ?? null
  if (here && digest(here.text.slice(start, end)) === locator.sha256)
    return { state: 'found', passage: here, start, end }
  for (const passage of passages) {
    const span = windows(passage.text).find((window) => holds(passage.text, window, locator))
    if (span) return { state: 'moved', passage, ...span }
  }
  return { state: 'changed', passage: here, start, end }
}

function isAt(passage: Passage, locator: Locator): boolean {
  return passage.paragraph === locator.paragraph && passage.heading.join('\n') === locator.heading.join('\n')
}

function windows(text: string): Span[] {
  const spans = sentences(text)
  return spans.flatMap(({ start, end }, index) => {
    const next = spans[index + 1]
    return next
      ? [
          { start, end },
          { start, end: next.end },
        ]
      : [{ start, end }]
  })
}

/** Equal texts have equal lengths: comparing those first saves nearly every hash. */
function holds(text: string, { start, end }: Span, locator: Locator): boolean {
  return end - start === locator.end - locator.start && digest(text.slice(start, end)) === locator.sha256
}

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * One paragraph or list item of a document. `heading` is the path of titles above it, `headingId` the `{#id}`
 * of the nearest one, `paragraph` its 1-based number under that title, `text` plain text (NFC, white space
 * collapsed, no-break spaces kept), `line` the line of the source on which it begins.
 */
export interface Passage {
  heading: string[]
  headingId: string | null
  paragraph: number
  text: string
  line: number
  language: string | null
}

/** The passages of a Markdown document in reading order; a printed table of contents is left out. */
export function readPassages(markdown: string): Passage[] {
  return placePassages(readMarkdown(markdown)).filter((passage) => passage !== null)
}

/** The place of each passage of a text of any format, by which evidence knows it; null for titles, which have none. */
export function placePassages({ passages, language }: TextDocument): (Passage | null)[] {
  let path: Title[] = []
  let paragraph = 0
  return passages.map(({ kind, text, level, anchor, line }) => {
    if (kind === 'title') {
      path = openTitle(path, { text, id: anchor ?? null, depth: level })
      paragraph = 0
      return null
    }
    paragraph += 1
    const heading = path.map(({ text: name }) => name)
    return { heading, headingId: path.at(-1)?.id ?? null, paragraph, text, line, language }
  })
}

interface Title {
  text: string
  id: string | null
  depth: number
}

function openTitle(path: Title[], title: Title): Title[] {
  const level = isPair(title.text) ? path.findIndex(({ text }) => isPair(text)) : -1
  const above = level >= 0 ? path.slice(0, level) : path.filter(({ depth }) => depth < title.depth)
  return [...above, title]
}

/** "A – B": two pairs are never one above the other, though minutes put some of them a level deeper. */
const isPair = (text: string) => /\S [–—] \S/.test(text)
