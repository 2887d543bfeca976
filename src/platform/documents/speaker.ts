import { chooseName, chooseText, type LocalizedName, type LocalizedText } from '../i18n/localized-text.ts'
import type { Reader } from '../i18n/reader.ts'
import { sentences } from '../i18n/sentences.ts'
import { printable } from './printable.ts'
import type { Passage, Phrase } from './sheet.ts'

type Emphasis = Phrase['emphasis']

/** The words of a note in its reader’s language; remembers whether any of them are machine translations. */
export interface Speaker {
  reader: Reader
  /** The site’s own words: Hangul in another script is marked as Korean. */
  words(text: string, emphasis?: Emphasis): Passage
  /** A stored text, or nothing; `most` whole sentences of it. */
  say(text: LocalizedText, options?: { emphasis?: Emphasis; most?: number }): Passage
  /** `machineNames`: languages in which the name is a machine translation. */
  name(
    name: LocalizedName,
    options?: { emphasis?: Emphasis; language?: string; machineNames?: readonly string[] },
  ): Passage
  /** The separator between phrases of a list. */
  semicolon: string
  usedMachine(): boolean
}

export function createSpeaker(reader: Reader): Speaker {
  let machine = false
  const words = (text: string, emphasis?: Emphasis, language: string = reader.interfaceLanguage) =>
    byScript(text, language).map((part) => phrase(reader, part.text, part.language, emphasis))
  return {
    reader,
    words,
    say(text, { emphasis, most } = {}) {
      const chosen = chooseText(text, reader.language)
      if (!chosen || most === 0) return []
      if (chosen.state === 'machine' || chosen.state === 'stale') machine = true
      const shown = most === undefined ? chosen.text : firstSentences(chosen.text, most)
      return words(shown, emphasis, chosen.language)
    },
    name(name, { emphasis, language: wanted = reader.language, machineNames = [] } = {}) {
      const { text, language } = chooseName(name, wanted)
      if (machineNames.includes(language)) machine = true
      return words(clipped(text), emphasis, language)
    },
    semicolon: reader.interfaceLanguage === 'fr' ? '\u202f; ' : '; ',
    usedMachine: () => machine,
  }
}

const longestName = 120

// A longer one is no name, and must not push everything else off the page; one without visible characters keeps its place.
function clipped(name: string): string {
  const signs = [...printable(name).trim()]
  if (signs.length === 0) return '–'
  return signs.length <= longestName ? signs.join('') : `${signs.slice(0, longestName).join('')}…`
}

/** The first whole sentences of a text; never a part of one. */
export function firstSentences(text: string, most: number): string {
  const last = sentences(text).at(Math.max(0, most) - 1)
  const all = sentences(text)
  if (most <= 0 || all.length === 0) return ''
  return all.length <= most || !last ? text.trim() : text.slice(0, last.end).trim()
}

/** Joins passages with a text between them, without empty ones. */
export function joined(passages: Passage[], between: string): Passage {
  return passages
    .filter((passage) => passage.length > 0)
    .flatMap((passage, index) => (index === 0 ? passage : [{ text: between }, ...passage]))
}

function phrase(reader: Reader, text: string, language: string, emphasis: Emphasis): Phrase {
  return {
    text,
    ...(language === reader.interfaceLanguage ? {} : { language }),
    ...(emphasis ? { emphasis } : {}),
  }
}

function byScript(text: string, language: string): { text: string; language: string }[] {
  if (language.startsWith('ko')) return [{ text, language }]
  return text
    .split(/(\p{Script=Hangul}(?:[\p{Script=Hangul}\s·]*\p{Script=Hangul})?)/u)
    .map((part, index) => ({ text: part, language: index % 2 === 1 ? 'ko' : language }))
    .filter((part) => part.text !== '')
}
