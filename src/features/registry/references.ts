import { type Span, sentences } from '../../platform/i18n/sentences.ts'
import type { Passage } from './locators.ts'

/** The sentences that a reference names, in their passage. */
export interface Referenced extends Span {
  passage: Passage
}

/**
 * Finds `S130.2` (second sentence of the passage that begins on line 130), `limoges-icheon.1.2` (title id, paragraph, sentence) or two
 * consecutive sentences joined by `+`; null if there is no such passage, if the two are not consecutive or if there are more than two.
 */
export function resolveReference(passages: Passage[], reference: string): Referenced | null {
  const parts = reference.split('+').map((part) => findSentence(passages, part))
  const [first, second] = parts
  if (!first || parts.length > 2) return null
  if (parts.length === 1) return { passage: first.passage, start: first.start, end: first.end }
  if (!second || second.passage !== first.passage || second.index !== first.index + 1) return null
  return { passage: first.passage, start: first.start, end: second.end }
}

function findSentence(passages: Passage[], part: string): (Referenced & { index: number }) | null {
  const match = part.match(/^(?:S(?<line>\d+)|(?<id>[a-z0-9-]+)\.(?<paragraph>\d+))\.(?<sentence>\d+)$/)
  if (!match?.groups) return null
  const { line, id, paragraph, sentence } = match.groups
  const passage = passages.find((one) =>
    line === undefined
      ? one.headingId === id && one.paragraph === Number(paragraph)
      : one.line === Number(line),
  )
  const index = Number(sentence) - 1
  const span = passage && sentences(passage.text)[index]
  return passage && span ? { passage, ...span, index } : null
}
