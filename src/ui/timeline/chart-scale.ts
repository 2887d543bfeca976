export interface ChartColumn {
  /** First and last year of the column, both included. */
  from: number
  until: number
}

const steps = [1, 2, 5, 10, 20, 50, 100]

/** Columns of equal length that cover the years given, at most `most` of them: years, then 2, 5, 10 years together. */
export function chartColumns(first: number, last: number, most = 32): ChartColumn[] {
  const start = Math.min(first, last)
  const step = steps.find((length) => columnCount(start, last, length) <= most) ?? 100
  const columns: ChartColumn[] = []
  for (let from = Math.floor(start / step) * step; from <= last; from += step) {
    columns.push({ from, until: from + step - 1 })
  }
  return columns
}

function columnCount(first: number, last: number, step: number): number {
  return Math.floor(last / step) - Math.floor(first / step) + 1
}
