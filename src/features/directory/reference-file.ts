/** One row of the reference files in data/directory, still as text. */
export type ReferenceRow = Record<string, string>

/** Reads a tab-separated reference file whose first line names the columns; empty cells are empty strings. */
export function readReferenceRows(text: string): ReferenceRow[] {
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

/** `cog=74119;siren=217401199` → `{ cog: '74119', siren: '217401199' }`. */
export function readCodes(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(';')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
}

export interface Alias {
  language: string
  kind: string
  text: string
}

/** `en:romanisation:Pusan|fr:short:Évian` → the unofficial names. */
export function readAliases(text: string): Alias[] {
  return text
    .split('|')
    .filter((part) => part.split(':').length >= 3)
    .map((part) => {
      const [language = '', kind = '', ...words] = part.split(':')
      return { language, kind, text: words.join(':') }
    })
}
