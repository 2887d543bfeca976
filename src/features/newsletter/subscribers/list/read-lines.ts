import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { isCountry } from '../../../networks/index.ts'
import { readAddress, readCountry, readDay, readLanguage, readThemes } from './cell-readings.ts'
import { type Columns, cellOf } from './importing-columns.ts'
import type { LineRow, LineTable } from './line-table.ts'

/** What is wrong with a line, or stands in its way. */
export type LineFault =
  | 'letters'
  | 'address'
  | 'repeated'
  | 'language'
  | 'country'
  | 'day'
  | 'proof'
  | 'themes'

/** A line of a list of people: whom to write to, what they read, and how they agreed. */
export interface ReadLine {
  number: number
  /** As it was pasted. */
  typed: string
  /** Its address, as it was pasted. */
  given: string
  address: string
  language: InterfaceLanguage
  country: string
  givenOn: string
  words: string
  /** What alone they want to read; everything where they name none. */
  themes: string[]
  fault: LineFault | null
}

/** What holds for a line that does not say otherwise. */
export interface LineDefaults {
  language: InterfaceLanguage
  country: string
  givenOn: string
  words: string
}

export interface LineContext {
  languages: readonly string[]
  today: string
  themeWords: ReadonlyMap<string, string>
}

/** Reads the lines of a list; each wrong one says why, and keeps none of the others back. */
export function readLines(
  { rows }: LineTable,
  columns: Columns,
  usual: LineDefaults,
  lineContext: LineContext,
): ReadLine[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const line = readLine(row, columns, usual, lineContext)
    const key = line.address.toLowerCase()
    const fault = line.fault ?? (seen.has(key) ? 'repeated' : null)
    seen.add(key)
    return { ...line, fault }
  })
}

function readLine(
  { number, typed, cells }: LineRow,
  columns: Columns,
  usual: LineDefaults,
  { languages, today, themeWords }: LineContext,
): ReadLine {
  const cell = (field: Parameters<typeof cellOf>[2]) => cellOf(columns, cells, field)
  /** What a cell says, what holds for all where it is empty; null where it cannot be read. */
  const said = <T>(text: string, read: (text: string) => T | null, other: T) =>
    text === '' ? other : read(text)
  const language = said(cell('language'), readLanguage, usual.language)
  const country = said(cell('country'), readCountry, usual.country)
  const givenOn = said(cell('givenOn'), readDay, usual.givenOn)
  const themes = said(cell('themes'), (text) => readThemes(themeWords, text), [])
  const address = readAddress(cell('address'))
  const words = cell('words') || usual.words
  const faults: [LineFault, boolean][] = [
    // What the file had there is lost: its letters were of no alphabet known here.
    ['letters', typed.includes('\ufffd')],
    ['address', address === null],
    ['language', language === null || !languages.includes(language)],
    ['country', country === null || !isCountry(country)],
    ['day', givenOn === null || givenOn > today || givenOn < '1990-01-01'],
    ['proof', words.length < 10 || words.length > 1000],
    ['themes', themes === null],
  ]
  return {
    number,
    typed,
    given: cell('address'),
    address: address ?? '',
    language: language ?? usual.language,
    country: country ?? usual.country,
    givenOn: givenOn ?? usual.givenOn,
    words,
    themes: themes ?? [],
    fault: faults.find(([, is]) => is)?.[0] ?? null,
  }
}
