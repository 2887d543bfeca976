import { readFileSync } from 'node:fs'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import { projectPath } from '../../platform/settings/project-path.ts'

/** The place of a term in a text: UTF-16 offsets, `end` exclusive, without the particle that Korean adds. */
export interface FoundTerm {
  start: number
  end: number
  term: Term
}

/**
 * The terms of a text in order, the longest if several begin together; none overlaps another. Plurals, capitals, missing accents, hyphens
 * and no-break spaces do not hide a term, nor do Korean particles; a longer word that merely begins like one does.
 */
export function findTerms(
  text: string,
  language: string,
  terms: readonly Term[] = glossaryTerms(),
): FoundTerm[] {
  const entries = entriesOf(terms, language)
  const words = wordsOf(text, language)
  const found: FoundTerm[] = []
  for (let at = 0; at < words.length; ) {
    const match = longestAt(text, words, at, entries, language)
    if (match) found.push(match.found)
    at = match ? match.next : at + 1
  }
  return found
}

interface Word {
  start: number
  end: number
  key: string
}

interface Entry {
  keys: string[]
  term: Term
}

function longestAt(
  text: string,
  words: Word[],
  at: number,
  entries: Map<string, Entry[]>,
  language: string,
): { found: FoundTerm; next: number } | null {
  const first = words[at]
  if (first === undefined) return null
  for (const { keys, term } of entries.get(firstKey(first.key, language)) ?? []) {
    const end = language === 'ko' ? endOfHangul(words, at, keys, text) : endOfLatin(words, at, keys, text)
    if (end) return { found: { start: first.start, end: end.end, term }, next: end.next }
  }
  return null
}

function endOfLatin(
  words: Word[],
  at: number,
  keys: string[],
  text: string,
): { end: number; next: number } | null {
  for (const [index, key] of keys.entries()) {
    const [word, previous] = [words[at + index], words[at + index - 1]]
    if (word?.key !== key) return null
    if (index > 0 && previous && !isJoint(text.slice(previous.end, word.start))) return null
  }
  const last = words[at + keys.length - 1]
  return last ? { end: last.end, next: at + keys.length } : null
}

// Korean writes 자매결연 협정 and 자매결연협정 alike: the search ignores the spaces.
function endOfHangul(
  words: Word[],
  at: number,
  keys: string[],
  text: string,
): { end: number; next: number } | null {
  const wanted = keys.join('')
  let matched = 0
  for (let index = at; index < words.length; index += 1) {
    const word = words[index]
    const previous = words[index - 1]
    if (!word || (index > at && previous && !isJoint(text.slice(previous.end, word.start)))) return null
    const rest = wanted.slice(matched)
    if (rest.startsWith(word.key) && rest.length > word.key.length) {
      matched += word.key.length
      continue
    }
    if (!word.key.startsWith(rest)) return null
    return particles.test(word.key.slice(rest.length))
      ? { end: word.start + rest.length, next: index + 1 }
      : null
  }
  return null
}

const isJoint = (between: string) => /^[\s\u00a0\u202f'’-]$/u.test(between)

function firstKey(key: string, language: string): string {
  return language === 'ko' ? key.slice(0, 1) : key
}

// One particle or two in a row, and the copula: 협약을, 협약에서는, 협약입니다.
const one =
  '은|는|이|가|을|를|의|에|에게|에서|에서의|와|과|도|만|로|으로|로서|으로서|로써|으로써|부터|까지|보다|처럼|마다|이나|나|이며|며|이고|고|이란|란|이라는|라는|인|임|입니다|이다|및|등|들|식|별|상|용|간'
const particles = new RegExp(`^(?:${one}){0,2}$`, 'u')

function wordsOf(text: string, language: string): Word[] {
  const pattern = language === 'ko' ? /[가-힣]+|[\p{Script=Latin}\p{N}]+/gu : /[\p{L}\p{M}\p{N}]+/gu
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: language === 'ko' ? match[0].toLowerCase() : keyOf(match[0], language),
  }))
}

// A plural ending is not part of the key: conventions, réseaux; irregular plurals are among the forms.
function keyOf(word: string, language: string): string {
  const bare = word.toLowerCase().replaceAll('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '')
  if (bare.length <= 3) return bare
  return language === 'en'
    ? bare.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')
    : bare.replace(/(?<=[^s])s$|(?<=u)x$/, '')
}

const known = new WeakMap<readonly Term[], Map<string, Map<string, Entry[]>>>()

function entriesOf(terms: readonly Term[], language: string): Map<string, Entry[]> {
  const byLanguage = known.get(terms) ?? new Map<string, Map<string, Entry[]>>()
  known.set(terms, byLanguage)
  const made = byLanguage.get(language) ?? makeEntries(terms, language)
  byLanguage.set(language, made)
  return made
}

function makeEntries(terms: readonly Term[], language: string): Map<string, Entry[]> {
  const entries = terms
    .flatMap((term) => [...formsOf(term, language)].map((form) => ({ form, term })))
    .map(({ form, term }) => ({ keys: wordsOf(form, language).map((word) => word.key), term }))
    // A single syllable, such as 시 or 도, is usually something else.
    .filter(({ keys }) => keys.length > 0 && (language !== 'ko' || keys.join('').length > 1))
    .toSorted((a, b) => b.keys.join(' ').length - a.keys.join(' ').length)
  return Map.groupBy(entries, ({ keys }) => firstKey(keys[0] ?? '', language))
}

/** The forms under which a term is recognised: its words, those without the text in brackets, and the others. */
export function formsOf({ words, forms }: Term, language: string): Set<string> {
  const own = words[language]?.replace(/\s*\(.*\)$/, '')
  const all = [...(own === undefined ? [] : [own]), ...(forms[language] ?? [])]
  return new Set(all.filter((form) => !form.includes('·')))
}

/** A term of the field, or of a group, in the words of this site. */
export interface Term {
  key: string
  /** By language; a group’s own term may lack some. */
  words: LocalizedName
  /** Other forms under which it is recognised, by language. */
  forms: Readonly<Record<string, readonly string[]>>
  /** Notes on its use, by the language of the reader; '' for none. */
  notes: LocalizedName
  /** What a group says that it is not to be confused with, by the language of the reader. */
  confused: LocalizedName
}

export const glossaryLanguages = ['fr', 'ko', 'en'] as const

let read: readonly Term[] | undefined

/** The terms of data/glossary.tsv, read once. */
export function glossaryTerms(): readonly Term[] {
  read ??= parseGlossary(readFileSync(projectPath('data', 'glossary.tsv'), 'utf8'))
  return read
}

/** Reads the file: a line a term, columns by their names in the first line, forms separated by `|`. */
function parseGlossary(text: string): Term[] {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const inEach = <T>(take: (language: (typeof glossaryLanguages)[number]) => T) => ({
      fr: take('fr'),
      ko: take('ko'),
      en: take('en'),
    })
    return {
      key: cell('key'),
      words: inEach(cell),
      forms: inEach((language) => cell(`${language}_forms`).split('|').filter(Boolean)),
      notes: inEach((language) => cell(`note_${language}`)),
      confused: {},
    }
  })
}
