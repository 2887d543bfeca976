import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import { bareName, fold, grams, searchText, skeleton } from '../../platform/search/index.ts'
import type { Alias } from './reference-file.ts'

export interface FoundName {
  language: string
  kind: string
  text: string
  folded: string
  start: string
  skeleton: string
}

export interface NamedOrganisation {
  name: LocalizedName
  shortName: LocalizedName
  aliases: Alias[]
  /** Null for a body that is not an authority: it is not searched by the sound of its name. */
  level: number | null
}

/** Every name an organisation is found by, each once: official, short, bare (without "Ville de…", "-si") and aliases. */
export function namesOf({ name, shortName, aliases, level }: NamedOrganisation): FoundName[] {
  const given = [
    ...Object.entries(name).map(([language, text]) => ({ language, kind: 'official', text })),
    ...Object.entries(shortName).map(([language, text]) => ({ language, kind: 'short', text })),
    ...aliases,
  ]
  const bare = given.map((each) => ({
    language: each.language,
    kind: 'bare',
    text: bareName(each.text).bare,
  }))
  const names = new Map<string, FoundName>()
  for (const { language, kind, text } of [...given, ...bare]) {
    const folded = fold(text)
    if (folded === '' || names.has(folded)) continue
    names.set(folded, {
      language,
      kind,
      text,
      folded,
      start: folded.slice(0, startLength(folded)),
      skeleton: level === null ? '' : skeleton(folded),
    })
  }
  return [...names.values()]
}

/** The text that the full-text search of organisations looks in, and its grams. */
export function searchOf(names: FoundName[]): { search: string; grams: string[] } {
  const search = searchText(names.map((name) => name.text))
  return { search, grams: grams(search) }
}

/** How many letters of a name the index of beginnings holds: a Hangul syllable carries as much as three Latin letters. */
export function startLength(folded: string): number {
  return /^\p{Script=Hangul}/u.test(folded) ? 1 : 3
}
