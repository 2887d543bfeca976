import type { InterfaceLanguage } from './languages.ts'
import type { Translate } from './translate.ts'

/** Who a page is drawn for: the language of contents, the language of the interface, and the day it is seen on. */
export interface Reader {
  /** BCP 47; the language wanted for contents. */
  language: string
  interfaceLanguage: InterfaceLanguage
  t: Translate
  /** ISO day that a network calls today. */
  today: string
  /** Set when the reader asked for another day (`?now=`): links keep it. */
  now: string | null
}

/**
 * An address in the reader's language, keeping the day they look at.
 * `path` begins with a slash and has no language; parameters that are empty are left out.
 */
export function addressFor(reader: Reader, path: string, parameters: Record<string, string | string[] | undefined> = {}): string {
  return withParameters(`/${reader.language}${path}`, { ...parameters, now: reader.now ?? undefined })
}

/** Adds query parameters to a path; empty ones are left out. */
export function withParameters(path: string, parameters: Record<string, string | string[] | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value].flat()) if (each) query.append(name, each)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
