import { createHash } from 'node:crypto'
import { type Span, sentences } from '../../platform/i18n/sentences.ts'
import type { Passage } from './passages.ts'

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
