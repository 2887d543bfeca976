import { readFileSync, writeFileSync } from 'node:fs'

/** Writes rows as tab separated text with a first line of column names, sorted by the columns in order. */
export function writeTsv<Column extends string>(
  path: string,
  columns: readonly Column[],
  rows: readonly Record<Column, string>[],
): void {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join('\t'))
  lines.sort(byCodeUnits)
  writeFileSync(path, `${[columns.join('\t'), ...lines].join('\n')}\n`)
}

/** Reads a tab separated file with a header line; a cell missing at a line's end reads as empty. */
export function readTsv(path: string): Record<string, string>[] {
  return parseTsv(readFileSync(path, 'utf8'))
}

/** Parses tab separated text with a header line into one object a row. */
export function parseTsv(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.split('\n').filter((line) => line !== '')
  const columns = header.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

function cell(value: string): string {
  return value.replaceAll(/\s+/gu, ' ').trim()
}

// Code-unit order is the same on every machine, whatever its locale.
function byCodeUnits(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
