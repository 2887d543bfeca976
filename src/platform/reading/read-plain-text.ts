import { draftRow } from './draft-passage.ts'
import { finishDocument } from './finish-document.ts'
import { structureLines } from './lines/structure-lines.ts'
import { linesOf } from './lines/text-line.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import type { TextDocument, TextPassage, TextRemark } from './text-document.ts'
import { runAt } from './text-runs.ts'

/** Reads words that a person typed or pasted, Markdown and tables of values included; `sourceSlice` quotes them to the letter. */
export function readPlainText(source: string, remarks: readonly TextRemark[] = []): TextDocument {
  if (looksLikeMarkdown(source)) return readMarkdown(source, remarks)
  const values = readValues(source)
  if (values) return finishDocument({ format: 'csv', source, passages: values, pages: null, remarks })
  const lines = linesOf(source)
  const { passages, remarks: seen } = structureLines(lines)
  const pages = lines.at(-1)?.page ?? null
  return finishDocument({ format: 'text', source, passages, pages, remarks: [...remarks, ...seen] })
}

/** Marks that nobody types who does not write Markdown. */
export function looksLikeMarkdown(source: string): boolean {
  const sample = source.slice(0, 100_000)
  const signs = [
    /^#{1,6} \S/gm,
    /\[[^\]\n]+\]\((?:https?:|#|mailto:)/g,
    /\*\*[^*\s](?:[^*\n]*[^*\s])?\*\*/g,
    /^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/gm,
  ]
  return signs.reduce((sum, sign) => sum + Math.min(2, sample.match(sign)?.length ?? 0), 0) > 1
}

interface Value {
  start: number
  text: string
  end: number
}

/** The rows of a table of values separated by `;` or `,`, or null when the text is none. */
function readValues(source: string): TextPassage[] | null {
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
