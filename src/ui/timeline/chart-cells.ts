import type { ComponentChildren } from 'preact'
import type { TieStatus } from '../tie/tie-status.ts'
import type { ChartColumn } from './chart-scale.ts'
import type { TimelineEntry } from './timeline-years.ts'

export type ChartEntry = Pick<TimelineEntry, 'lane' | 'from' | 'until' | 'planned'>

export interface ChartRow {
  key: string
  /** The subject of the row: usually an inline tie line. */
  heading: ComponentChildren
  status: TieStatus
  /** First year of the tie, if known. */
  since?: number | undefined
  entries: ChartEntry[]
}

export interface CellContent {
  /** `lived`: something was still to come in or after these years; `state`: the tie’s present state; `none`: no tie yet. */
  line: 'none' | 'lived' | 'state'
  agreements: number
  activities: number
  anniversaries: number
  /** Everything known of these years was only announced. */
  planned: boolean
}

/** One row's cells: a solid line up to the last dated exchange, then the pattern of the present state up to today. */
export function chartCells(
  row: Pick<ChartRow, 'since' | 'entries'>,
  columns: ChartColumn[],
  today: number,
): CellContent[] {
  const done = row.entries.filter((entry) => !entry.planned && entry.lane !== 'anniversary')
  const starts = [...(row.since === undefined ? [] : [row.since]), ...done.map((entry) => year(entry.from))]
  const first = starts.length > 0 ? Math.min(...starts) : today
  const last = Math.max(first, ...done.map((entry) => year(entry.until)))
  return columns.map((column) => {
    const inside = row.entries.filter(
      (entry) => year(entry.from) <= column.until && year(entry.until) >= column.from,
    )
    const count = (lane: string) => inside.filter((entry) => entry.lane === lane).length
    return {
      line: lineOf(column, first, last, today),
      agreements: count('agreement'),
      activities: count('activity'),
      anniversaries: count('anniversary'),
      planned: inside.length > 0 && inside.every((entry) => entry.planned),
    }
  })
}

function lineOf(column: ChartColumn, first: number, last: number, today: number): CellContent['line'] {
  if (column.until < first || column.from > today) return 'none'
  return column.from < last ? 'lived' : 'state'
}

function year(day: string): number {
  return Number(day.slice(0, 4))
}
