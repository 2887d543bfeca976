import { iso31661Alpha2ToNumeric } from 'iso-3166'
import { exercise } from '../../platform/settings/exercise.ts'

/** Addresses of the site’s own pages, and of the invented group, which no group can have. */
const reserved = new Set([
  exercise,
  'about',
  'legal',
  'accessibility',
  'licences',
  'directory',
  'search',
  'sign-in',
  'sign-out',
  'account',
  'invitation',
  'operator',
  'auth',
  'consent',
  'dates',
  'networks',
])

/** Whether a text can be a group's address: small letters, digits and single hyphens. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60
}

/** Whether an address is one that no group can have. */
export function isReserved(slug: string): boolean {
  return reserved.has(slug)
}

/** Whether a code names a country, as ISO 3166-1 alpha-2 has it. */
export function isCountry(code: string): boolean {
  return code in iso31661Alpha2ToNumeric
}

/** Whether a text is a language tag such as `fr` or `zh-Hant`. */
export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)
}

/** The parts of a list separated by commas or spaces; null if it is empty, or one part is wrong or repeated. */
export function readCodes(text: string, isRight: (code: string) => boolean): string[] | null {
  const list = text
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return list.length > 0 && list.every(isRight) && new Set(list).size === list.length ? list : null
}

/** A group's name in each of its languages: the one given, else the names of its countries. */
export function namesFor(
  given: string | null,
  countries: string[],
  languages: string[],
): Record<string, string> {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      given ?? countries.map((country) => nameOf(country, language)).join(' – '),
    ]),
  )
}

function nameOf(country: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(country) ?? country
}
