import { inWords, type Row } from './row.ts'

const heads = [
  '',
  'database',
  'figure: median (min–max)',
  'baseline',
  'ratio',
  'CPU per request',
  'wrk',
  'wanted',
  '',
]

/** The rows as a table of plain text. */
export function drawTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.database,
    row.figure,
    row.baseline,
    row.ratio ? inWords(row.ratio) : '',
    row.cpu,
    row.generator,
    row.wanted,
    row.verdict,
  ])
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((line) => line[column]?.length ?? 0)),
  )
  const draw = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [
    draw(heads),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...cells.map(draw),
  ].join('\n')
}
