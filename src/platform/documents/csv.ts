import type { InterfaceLanguage } from '../i18n/languages.ts'

// So that Excel reads UTF-8, which it otherwise takes for the code page of the machine.
const byteOrderMark = '\ufeff'

/** The sign between cells that Excel expects in a language: in French numbers have a comma. */
export function delimiterFor(language: InterfaceLanguage): ';' | ',' {
  return language === 'fr' ? ';' : ','
}

/**
 * A table as RFC 4180 writes it, row by row, so that a double click opens it right in the Excel of the language; what a spreadsheet would
 * run as a formula is kept a text by an apostrophe.
 */
export async function* writeCsv(
  header: readonly string[],
  slices: AsyncIterable<string[][]>,
  language: InterfaceLanguage,
): AsyncGenerator<string> {
  const delimiter = delimiterFor(language)
  yield `${byteOrderMark}${line(header, delimiter)}`
  for await (const rows of slices) yield rows.map((row) => line(row, delimiter)).join('')
}

function line(cells: readonly string[], delimiter: string): string {
  return `${cells.map((text) => cell(text, delimiter)).join(delimiter)}\r\n`
}

function cell(text: string, delimiter: string): string {
  const safe = runsAsFormula.test(text) ? `'${text}` : text
  const isPlain = !/["\r\n]|^\s|\s$/.test(safe) && !safe.includes(delimiter)
  return isPlain ? safe : `"${safe.replaceAll('"', '""')}"`
}

// An apostrophe before such a sign is doubled, so that taking one away always gives back the text.
const runsAsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/
