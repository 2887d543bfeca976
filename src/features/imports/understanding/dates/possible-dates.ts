import { plainCopy } from '../../../../platform/reading/plain-copy.ts'
import type { Relative } from './date-mention.ts'
import { findDates, settleDate } from './find-dates.ts'
import { isComing } from './settled-dates.ts'

/** A possible meaning of an open date, counted from one base. */
export interface PossibleDate {
  edtf: string
  /** The date from which it is counted, as the text writes it; null for the day of the text itself. */
  from: { words: string; passage: number } | null
}

/** The words of a date that the text does not settle, in their sentence. */
export interface OpenDate {
  words: string
  passage: number
  sentence: string
  /** Place of the sentence in its passage. */
  start: number
}

/**
 * Possible meanings of a date that the text does not settle (« deux ans après », 지난해), counted from each date in the passages around
 * it, the nearest first, and from the day of the text (EDTF, as far as known). None is likelier than the others.
 */
export function possibleDates(
  open: OpenDate,
  around: readonly { position: number; text: string }[],
  textDay: string | null,
): PossibleDate[] {
  const plain = plainCopy(open.sentence)
  const at = open.sentence.indexOf(open.words)
  const mention = findDates(plain).find(({ start }) => start === at)
  if (!mention?.relative) return []
  const { relative } = mention
  const coming = isComing(plain, mention)
  const stated = around
    .toSorted((a, b) => distance(a.position, open) - distance(b.position, open))
    .flatMap(({ position, text }) => {
      const dates = findDates(plainCopy(text)).flatMap(({ edtf, start, end }) =>
        edtf === null ? [] : [{ edtf, from: { words: text.slice(start, end), passage: position }, start }],
      )
      const place = position === open.passage ? open.start + at : text.length
      return dates.toSorted((a, b) => Math.abs(a.start - place) - Math.abs(b.start - place))
    })
  const ofText = textDay === null ? [] : [{ edtf: textDay, from: null }]
  // « l’année dernière » is counted from the day of writing; « deux ans après », from an earlier date in the text.
  const bases = relative.to === 'told' ? [...stated, ...ofText] : [...ofText, ...stated]
  const found = new Map<string, PossibleDate>()
  for (const { edtf: base, from } of bases) {
    const edtf = countedFrom(base, relative, coming)
    if (edtf === null || found.has(edtf) || (!coming && isLater(edtf, textDay))) continue
    found.set(edtf, { edtf, from })
  }
  return [...found.values()].slice(0, most)
}

/** As many as a reader takes in at a glance. */
const most = 5

const distance = (position: number, { passage }: OpenDate) =>
  // What follows counts less than what precedes.
  position > passage ? (position - passage) * 2 : passage - position

function countedFrom(base: string, relative: Relative, isComing: boolean): string | null {
  if (relative.to !== 'told' && !/^\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?$/u.test(base)) return null
  return settleDate(relative, base, base, !isComing)
}

// The past cannot be later than the text.
function isLater(edtf: string, textDay: string | null): boolean {
  if (textDay === null) return false
  const length = Math.min(edtf.length, textDay.length)
  return edtf.slice(0, length) > textDay.slice(0, length)
}
