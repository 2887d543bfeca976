import type { Part, Passage } from '../../../platform/documents/sheet.ts'
import { createSpeaker, joined, type Speaker } from '../../../platform/documents/speaker.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseName, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { sentences } from '../../../platform/i18n/sentences.ts'
import { saidText } from '../../../ui/text/said-text.ts'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'

/** How much a page may show: signs of its longest text, and entries of each list. */
export interface Room {
  signs: number
  rows: number
}

/** The rooms to try in order, the whole first: no text or list is left out, each is shortened where it stands. */
export const rooms: readonly Room[] = [
  { signs: Infinity, rows: Infinity },
  ...Array.from({ length: 30 }, (_, step) => {
    const signs = Math.round(2400 * 0.9 ** step)
    return { signs, rows: Math.max(1, Math.round(signs / 160)) }
  }),
]

/** Writes the words of one page, and knows whether anything was shortened. */
export class Paper {
  readonly reader: Reader
  readonly speaker: Speaker
  isShortened = false
  readonly #room: Room

  constructor(reader: Reader, room: Room) {
    this.reader = reader
    this.speaker = createSpeaker(reader)
    this.#room = room
  }

  words(text: string, emphasis?: 'strong' | 'quiet'): Passage {
    return this.speaker.words(text, emphasis)
  }

  /** The paragraphs of a text, or that nobody said it; `share` of the signs that the longest text has. */
  said(text: LocalizedText, share: number): Passage[] {
    const most = this.#room.signs * share
    const passage = saidText(this.reader, text, (words) => {
      const shown = shortened(words.trim(), most)
      if (shown !== words.trim()) this.isShortened = true
      return shown
    })
    return passage === null
      ? [this.words(this.reader.t('practices.said.not_said'), 'quiet')]
      : paragraphsOf(passage)
  }

  /** A label and a short text in one line; nothing where there is none. */
  labelled(label: string, text: LocalizedText): Passage {
    if (Object.keys(text).length === 0) return []
    return [...this.words(`${label}${this.colon}`, 'quiet'), ...joined(this.said(text, 0.25), ' ')]
  }

  get colon(): string {
    return this.reader.interfaceLanguage === 'fr' ? '\u00a0: ' : ': '
  }

  /** As many entries of a list as there is room for, and the number of the others. */
  rows<T>(all: readonly T[], write: (one: T) => Passage): Passage[] {
    const left = all.length - this.#room.rows
    const shown = all.slice(0, this.#room.rows).map(write)
    if (left <= 0) return shown
    this.isShortened = true
    return [...shown, this.words(this.reader.t('practices.print.more', { count: left }), 'quiet')]
  }

  /** « Icheon (이천시) »: a body as the reader calls it and, in another script, as it calls itself. */
  body(body: OrganisationRef): Passage {
    const names = shortNames(body)
    const said = chooseName(names, this.reader.language).text
    const own = body.name[languageOf(body.country)] ?? ''
    const isLatin = (text: string) => /\p{Script=Latin}/u.test(text)
    const beside = own === '' || isLatin(own) === isLatin(said) ? '' : own
    return [...this.speaker.name(names), ...(beside === '' ? [] : this.words(` (${beside})`))]
  }
}

/** A part of a sheet in points, or in one line where it has only one. */
export function listPart(title: string, points: Passage[]): Part {
  return points.length === 1 ? { kind: 'prose', title, passages: points } : { kind: 'points', title, points }
}

/** The text within so many signs: whole sentences of it where they come near, else its beginning; the mark says that there is more. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const end = sentences(text).findLast((sentence) => sentence.end <= most)?.end ?? 0
  if (end >= most / 2) return `${text.slice(0, end)} […]`
  const beginning = text.slice(0, most).toWellFormed()
  const space = beginning.lastIndexOf(' ')
  return `${space > most / 2 ? beginning.slice(0, space) : beginning}… […]`
}

function paragraphsOf(passage: Passage): Passage[] {
  const all: Passage[] = [[]]
  for (const phrase of passage)
    for (const [index, line] of phrase.text.split('\n').entries()) {
      if (index > 0) all.push([])
      if (line.trim() !== '') all.at(-1)?.push({ ...phrase, text: line })
    }
  return all.filter((passage) => passage.length > 0)
}
