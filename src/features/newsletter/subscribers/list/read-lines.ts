import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { openTable } from '../../../../platform/spreadsheets/open-table.ts'
import { TableUnreadable } from '../../../../platform/spreadsheets/table.ts'
import { isCountry } from '../../../networks/index.ts'
import { readAddress, readCountry, readDay, readLanguage, readThemes } from './cell-readings.ts'
import { type Columns, cellOf } from './importing-columns.ts'
import type { LineRow, LineTable } from './line-table.ts'

/** What is wrong with a line, or prevents it. */
export type LineFault =
  | 'letters'
  | 'address'
  | 'repeated'
  | 'language'
  | 'country'
  | 'day'
  | 'proof'
  | 'themes'

/** A line of a list of people: address, choices and consent. */
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
  /** The only themes they want to read about; empty for everything. */
  themes: string[]
  fault: LineFault | null
}

/** The values for lines that do not give their own. */
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

/** Reads the lines of a list. Each wrong one says why, and holds none of the others back. */
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
  /** The value of a cell, or the default if it is empty; null when it cannot be read. */
  const said = <T>(text: string, read: (text: string) => T | null, other: T) =>
    text === '' ? other : read(text)
  const language = said(cell('language'), readLanguage, usual.language)
  const country = said(cell('country'), readCountry, usual.country)
  const givenOn = said(cell('givenOn'), readDay, usual.givenOn)
  const themes = said(cell('themes'), (text) => readThemes(themeWords, text), [])
  const address = readAddress(cell('address'))
  const words = cell('words') || usual.words
  const faults: [LineFault, boolean][] = [
    // The file’s original letters are lost: their encoding is unknown here.
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

/** The most lines of people in one list. */
export const mostLines = 5000
const longestCell = 1000
// Empty rows keep line numbers equal to those of the sheet, within reason.
const mostGaps = 20_000

/**
 * Converts a table to lines like pasted ones, in the thread that reads tables. Returns null when it has too many. Throws TableUnreadable.
 */
export async function readFileAsLines(path: string): Promise<string | null> {
  const table = await openTable({ path, sheet: null })
  const lines: string[] = []
  let filled = 0
  try {
    for await (const batch of table.batches()) {
      for (const { number, cells } of batch) {
        const line = cells.map(oneLine).join('\t').trimEnd()
        if (line === '') continue
        // The line of titles is one more.
        if (++filled > mostLines + 1) return null
        if (number <= mostGaps) while (lines.length < number - 1) lines.push('')
        lines.push(line)
      }
    }
  } finally {
    await table.close()
  }
  if (filled === 0) throw new TableUnreadable('empty')
  return lines.join('\n')
}

function oneLine(cell: string): string {
  return cell
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestCell)
}
