import { type InterfaceLanguage, interfaceLanguages } from './languages.ts'
import type { LocalizedText } from './localized-text.ts'
import type { Translate } from './translate.ts'

/** The reader that a page is drawn for: the language of contents, the language of the interface, and the day it is seen on. */
export interface Reader {
  /** BCP 47; the language wanted for contents. */
  language: string
  interfaceLanguage: InterfaceLanguage
  t: Translate
  /** ISO day that a network calls today. */
  today: string
  /** Set when the reader asked for another day (`?now=`): links keep it. */
  now: string | null
  /** The languages of the group whose page it is (BCP 47); of other pages none. */
  groupLanguages?: readonly string[]
  /** Who is signed in; nobody when left out. */
  person?: {
    name: string
    /** The languages that they read (BCP 47). */
    reads?: readonly string[]
    /** How much waits for them in the group of the page, `more` being « + » where it is more, and where it is listed; left out for who has no list. */
    waiting?: { count: number; more: string; path: string }
  }
  /** Gathers what the page shows in languages that the person does not read: each leaves a mark there, see `AskMark`. */
  unread?: UnreadText[]
}

/** A reader of whom nothing is known but a language, on the ISO day that is called today. */
export function anyReader(language: InterfaceLanguage, t: Translate, today: string): Reader {
  return { language, interfaceLanguage: language, t, today, now: null }
}

/** A text that its reader cannot read, and where only some read it, what it is: its owner and record. */
export interface UnreadText {
  text: LocalizedText
  apart: { kind: string; id: string } | null
}

/** The languages in which a group can be read and writes to people: of its own those that the interface has, English if it has none. */
export function writtenLanguages({
  groupLanguages,
}: Pick<Reader, 'groupLanguages'>): readonly InterfaceLanguage[] {
  if (groupLanguages === undefined) return interfaceLanguages
  const own = interfaceLanguages.filter((language) => groupLanguages.includes(language))
  return own.length > 0 ? own : ['en']
}

/**
 * An address in the reader's language, keeping the day they look at.
 * `path` begins with a slash and has no language; parameters that are empty are left out.
 */
export function addressFor(
  reader: Reader,
  path: string,
  parameters: Record<string, string | string[] | undefined> = {},
): string {
  return withParameters(`/${reader.language}${path}`, { ...parameters, now: reader.now ?? undefined })
}

/** Adds query parameters to a path; empty ones are left out. */
export function withParameters(
  path: string,
  parameters: Record<string, string | string[] | undefined>,
): string {
  let text = ''
  for (const name in parameters) {
    const value = parameters[name]
    for (const each of Array.isArray(value) ? value : [value])
      if (each) text += `&${encode(name)}=${encode(each)}`
  }
  return text === '' ? path : `${path}?${text.slice(1)}`
}

// As forms encode; most addresses need none of it, and a page has hundreds.
function encode(text: string): string {
  return /^[\w.*-]*$/.test(text) ? text : new URLSearchParams([['', text]]).toString().slice(1)
}
