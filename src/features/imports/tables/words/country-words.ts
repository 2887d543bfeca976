import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import { fold } from '../../../../platform/search/index.ts'
import { cellWords } from './word-list.ts'

/** The code of a country (ISO 3166-1) by its name in French, Korean or English, by a common variant, or by its code. */
export function readCountry(text: string): string | null {
  return (
    countries().get(plain(text.replace(/^\s*(l'|le |la |les )/i, ''))) ?? countries().get(plain(text)) ?? null
  )
}

// « Trinidad & Tobago », “Trinidad and Tobago”.
function plain(text: string): string {
  return fold(text).replaceAll(/ (?:and|et|und|y) /g, ' ')
}

let known: Map<string, string> | null = null

function countries(): Map<string, string> {
  known ??= new Map(allNames())
  return known
}

function* allNames(): Generator<[string, string]> {
  const dictionaries = interfaceLanguages.map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  )
  for (const one of letters) {
    for (const two of letters) {
      const code = one + two
      const names = dictionaries.flatMap((dictionary) => dictionary.of(code) ?? [])
      if (names.length === 0 || notCountries.has(code)) continue
      yield [plain(code), code]
      for (const name of names) yield [plain(name), code]
    }
  }
  for (const [code, names] of Object.entries(cellWords().countries))
    for (const name of names) yield [plain(name), code]
}

const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
// Other two-letter codes of dictionaries: parts of the world, former countries, unknown regions.
const notCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'ZZ',
  'XA',
  'XB',
  'QO',
  'DD',
  'SU',
  'YU',
  'CS',
  'AN',
  'BU',
  'NT',
  'TP',
  'ZR',
  'UK',
  'FX',
])
