import { type InterfaceLanguage, isInterfaceLanguage } from '../../../../../platform/i18n/languages.ts'
import { readMailAddress } from '../../../../../platform/mail/mail-address.ts'
import { isCountry } from '../../../../networks/index.ts'

/** What is wrong with a line, or stands in its way. */
export type LineFault = 'address' | 'repeated' | 'language' | 'country' | 'day' | 'proof'

/** A line of a list of addresses: `address; language; country; day of consent; how`. */
export interface ReadLine {
  number: number
  /** As it was pasted. */
  typed: string
  address: string
  language: InterfaceLanguage
  country: string
  givenOn: string
  words: string
  fault: LineFault | null
}

/** What holds for a line that does not say otherwise. */
export interface LineDefaults {
  language: InterfaceLanguage
  country: string
  givenOn: string
  words: string
}

/** Reads lines as they are pasted from a table or typed; each wrong one says why, and keeps none of the others back. */
export function readLines(
  text: string,
  usual: LineDefaults,
  { languages, today }: { languages: readonly string[]; today: string },
): ReadLine[] {
  const seen = new Set<string>()
  return text.split('\n').flatMap((typed, index) => {
    const cells = typed.split(/[\t;]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    const [first = '', language = '', country = '', day = '', ...how] = cells
    // Titles of columns are no address.
    if (typed.trim() === '' || (index === 0 && !typed.includes('@') && cells.length > 1)) return []
    const address = readMailAddress(first)
    const line = {
      number: index + 1,
      typed: typed.slice(0, 200),
      address: address ?? '',
      language: isInterfaceLanguage(language) ? language : usual.language,
      country: country === '' ? usual.country : country.toUpperCase(),
      givenOn: day === '' ? usual.givenOn : day,
      words: how.join('; ').trim() || usual.words,
    }
    const fault = faultOf({ ...line, typedLanguage: language }, { seen, languages, today })
    seen.add(line.address.toLowerCase())
    return [{ ...line, fault }]
  })
}

type Judged = Omit<ReadLine, 'fault'> & { typedLanguage: string }

function faultOf(
  line: Judged,
  { seen, languages, today }: { seen: ReadonlySet<string>; languages: readonly string[]; today: string },
): LineFault | null {
  if (line.address === '') return 'address'
  if (seen.has(line.address.toLowerCase())) return 'repeated'
  if (!languages.includes(line.typedLanguage || line.language)) return 'language'
  if (!isCountry(line.country)) return 'country'
  if (!isPastDay(line.givenOn, today)) return 'day'
  return line.words.length < 10 || line.words.length > 1000 ? 'proof' : null
}

function isPastDay(day: string, today: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day > today || day < '1990-01-01') return false
  return new Date(`${day}T00:00:00Z`).toString() !== 'Invalid Date' && isoDay(day) === day
}

function isoDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)
}
