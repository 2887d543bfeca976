import { type InterfaceLanguage, isInterfaceLanguage } from '../i18n/languages.ts'
import type { DataSubject } from './personal-data.ts'

type Named = Pick<DataSubject, 'names' | 'addresses'>

const places: Record<InterfaceLanguage, { name: string; address: string }> = {
  fr: { name: '[nom effacé]', address: '[adresse effacée]' },
  ko: { name: '[이름 삭제]', address: '[주소 삭제]' },
  en: { name: '[name erased]', address: '[address erased]' },
}

// Where nobody knows in which language a text is.
const anywhere = { name: '[…]', address: '[…]' }

/**
 * A text without the person’s name and addresses. A function beside the name stays alone where the sentence bears it:
 * “Claire Martin, deputy mayor” is “deputy mayor”; elsewhere a mark replaces it.
 */
export function withoutNames(text: string, subject: Named, language?: string): string {
  const place = language !== undefined && isInterfaceLanguage(language) ? places[language] : anywhere
  const needles = needlesOf(subject)
  let left = text
  for (const address of needles.addresses) left = left.replace(pattern(address, false), place.address)
  for (const name of needles.names) {
    const found = pattern(name, true).source
    left = left
      .replace(new RegExp(`^(\\s*)${found},\\s*`, 'giu'), '$1')
      .replace(new RegExp(`\\s*[(（]${found}[)）]`, 'giu'), '')
      .replace(new RegExp(`,\\s*${found},(?=\\s)`, 'giu'), '')
      .replace(new RegExp(found, 'giu'), place.name)
  }
  return left
}

/** Removes names from every text of a JSON document, as `withoutNames` does; a passage gets the mark of the language of its tag. */
export function documentWithoutNames(value: unknown, subject: Named, language?: string): unknown {
  if (typeof value === 'string') return withoutNames(value, subject, language)
  if (Array.isArray(value)) return value.map((each) => documentWithoutNames(each, subject, language))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      documentWithoutNames(each, subject, isInterfaceLanguage(key) ? key : language),
    ]),
  )
}

/** What a text is searched for: names that nobody else is likely to be meant by, longest first, and addresses. */
export function needlesOf({ names, addresses }: Named): { names: string[]; addresses: string[] } {
  const said = names.map((name) => name.trim().replace(/\s+/g, ' ')).filter(tellsApart)
  return {
    names: [...new Set(said.flatMap(orders))].sort(byLength),
    addresses: [...addresses].sort(byLength),
  }
}

// A single Latin word or two syllables of Hangul are a name of many, and a part of other words.
function tellsApart(name: string): boolean {
  return /\S\s\S/.test(name) || /\p{Script=Hangul}{3}/u.test(name)
}

// Claire Martin, Martin Claire.
function orders(name: string): string[] {
  const [first, ...rest] = name.split(' ')
  return rest.length === 0 ? [name] : [name, `${rest.join(' ')} ${first}`]
}

function byLength(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1)
}

// Korean particles are written onto a name, so that only its beginning is the beginning of a word.
function pattern(needle: string, isName: boolean): RegExp {
  const escaped = RegExp.escape(needle).replaceAll(/(?:\\x20| )+/g, '\\s+')
  if (!isName) return new RegExp(`(?<![\\w.+-])${escaped}(?![\\w-])`, 'giu')
  const end = /\p{Script=Hangul}$/u.test(needle) ? '' : '(?![\\p{L}\\p{M}])'
  return new RegExp(`(?<![\\p{L}\\p{M}])${escaped}${end}`, 'giu')
}
