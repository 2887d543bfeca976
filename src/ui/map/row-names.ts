import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Place } from './places.ts'
import { cutToWidth, textWidth } from './text-width.ts'

/** The name of one side of a row, and its own name if there is one side and its own name differs. */
export interface RowName {
  text: string
  language: string
  own: { text: string; language: string } | null
}

export interface FittedNames {
  left: RowName
  right: RowName
  /** Words in the middle, and the distance of their centre from the left; empty without room. */
  middle: string
  middleAt: number
}

/** Sizes that the stylesheet sets for names and for the words between them. */
const nameSize = 14
const wordsSize = 12
const space = 14

export function rowName(reader: Reader, places: readonly Place[]): RowName {
  const names = places.map(({ end }) => chooseName(end.name, reader.language))
  const text = names.map((name) => name.text).join(', ')
  const [end] = places.length === 1 ? places.map((place) => place.end) : []
  const ownText = end?.language ? end.name[end.language] : undefined
  return {
    text,
    language: names[0]?.language ?? reader.language,
    own: end?.language && ownText && ownText !== text ? { text: ownText, language: end.language } : null,
  }
}

/** Fits both names and the words between them into `width` pixels: the words go first, then own names, then letters. */
export function fitNames(left: RowName, right: RowName, words: string, width: number): FittedNames {
  const whole = widthOf(left) + space + widthOf(right)
  if (whole > width) {
    const room = Math.max((width - space) / 2, width - space - textWidth(right.text, nameSize))
    const shortLeft = { ...left, text: cutToWidth(left.text, nameSize, room), own: null }
    const rest = width - space - widthOf(shortLeft)
    const shortRight =
      widthOf(right) <= rest ? right : { ...right, text: cutToWidth(right.text, nameSize, rest), own: null }
    return { left: shortLeft, right: shortRight, middle: '', middleAt: 0 }
  }
  const half = textWidth(words, wordsSize) / 2 + space
  // In the middle of the row, so that the years of all rows are under one another; beside it if names are long.
  const from = widthOf(left) + half
  const until = width - widthOf(right) - half
  const middleAt = Math.round(Math.min(Math.max(width / 2, from), until))
  return { left, right, middle: from <= until ? words : '', middleAt }
}

function widthOf(name: RowName): number {
  return textWidth(name.own ? `${name.text} ${name.own.text}` : name.text, nameSize)
}
