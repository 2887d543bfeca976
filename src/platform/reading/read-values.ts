import { draftRow } from './draft-passage.ts'
import type { TextPassage } from './text-document.ts'
import { runAt } from './text-runs.ts'

interface Value {
  start: number
  text: string
  end: number
}

/** The rows of a table of values separated by `;` or `,`, or null when the text is none. */
export function readValues(source: string): TextPassage[] | null {
  for (const separator of [';', ',']) {
    const start = source
      .slice(0, 4_000)
      .split(/\r?\n/)
      .slice(0, 20)
      .filter((line) => line.trim() !== '')
    const counts = start.slice(0, -1).map((line) => parse(line, separator)[0]?.length ?? 0)
    const [first = 0] = counts
    if (start.length < 3 || first < 2 || counts.some((count) => count !== first)) continue
    // Sentences have commas too, with a space after them.
    if (separator === ',' && start.some((line) => /, \p{Ll}/u.test(line))) continue
    const rows = parse(source, separator)
    if (rows.some((row) => row.length > first * 2)) continue
    return rows.map((values, index) =>
      draftRow(
        values.map(({ start, text, end }) => ({
          runs: [text === '' ? { text, at: [], end: start } : { ...runAt(text, start), end }],
          isHead: index === 0,
        })),
        { table: 1, line: index + 1 },
      ),
    )
  }
  return null
}

/** The values of each row that has any; quoted values may hold separators. */
function parse(source: string, separator: string): Value[][] {
  const rows: Value[][] = []
  const value =
    separator === ';'
      ? /("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n|\r|\n|$)/gy
      : /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|\r|\n|$)/gy
  let row: Value[] = []
  for (const match of source.matchAll(value)) {
    const [whole, written = '', end = ''] = match
    if (whole === '' && row.length === 0) break
    const isQuoted = written.length > 1 && written.startsWith('"')
    row.push({
      start: match.index + (isQuoted ? 1 : 0),
      text: isQuoted ? written.slice(1, -1) : written,
      end: match.index + written.length - (isQuoted ? 1 : 0),
    })
    if (end === separator) continue
    if (row.some(({ text }) => text.trim() !== '')) rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}
