import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import type { TieStatus } from '../tie/tie-status.ts'
import { drawnSpan } from './open-ends.ts'
import type { TimelineEntry } from './timeline-years.ts'

export interface TimelineChartProps {
  caption: ComponentChildren
  rows: ChartRow[]
}

/** Many ties over the same years: a table, so that it can be read, sorted by eye, printed and heard. */
export function TimelineChart({ caption, rows }: TimelineChartProps) {
  const reader = useReader()
  const today = Number(reader.today.slice(0, 4))
  const rendered = rows.map((row) => ({
    ...row,
    entries: row.entries.map((entry) => drawnSpan(entry, reader.today)),
  }))
  const years = rendered.flatMap((row) => [
    ...(row.since === undefined ? [] : [row.since]),
    ...row.entries.flatMap((entry) => [Number(entry.from.slice(0, 4)), Number(entry.until.slice(0, 4))]),
  ])
  const columns = chartColumns(Math.min(today, ...years), Math.max(today, ...years))
  return (
    <section class="chart-scroll" tabindex={0} aria-labelledby="chart-caption">
      <table class="chart">
        <caption id="chart-caption">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column, index) => (
              <th key={column.from} scope="col" class={columnClass(column, index, today)}>
                <ColumnLabel column={column} whole={isWhole(column, index)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rendered.map((row) => (
            <tr key={row.key} class={`status-${row.status}`}>
              <th scope="row">{row.heading}</th>
              {chartCells(row, columns, today).map((cell, index) => (
                <ChartCell key={columns[index]?.from} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="chart-legend" aria-label={reader.t('ui.chart.legend')}>
        <li>
          <span class="chart-mark mark-agreement" /> {reader.t('ui.chart.agreement')}
        </li>
        <li>
          <span class="chart-mark mark-activity" /> {reader.t('ui.chart.activity')}
        </li>
        <li>
          <span class="chart-mark mark-activity mark-planned" /> {reader.t('ui.chart.planned')}
        </li>
      </ul>
    </section>
  )
}

/** `2010 11 12`, as in a timetable; the whole years, and the last one of several, for screen readers. */
function ColumnLabel({ column, whole }: { column: ChartColumn; whole: boolean }) {
  const year = String(column.from)
  const until = column.from === column.until ? null : <span class="visually-hidden">–{column.until}</span>
  if (whole)
    return (
      <>
        {year}
        {until}
      </>
    )
  return (
    <>
      <span class="visually-hidden">{year.slice(0, -2)}</span>
      {year.slice(-2)}
      {until}
    </>
  )
}

function ChartCell({ cell }: { cell: CellContent }) {
  const reader = useReader()
  const words = [
    cell.agreements > 0 ? reader.t('ui.chart.agreements', { count: cell.agreements }) : '',
    cell.activities > 0 ? reader.t('ui.chart.activities', { count: cell.activities }) : '',
    cell.anniversaries > 0 ? reader.t('ui.chart.anniversaries', { count: cell.anniversaries }) : '',
  ].filter(Boolean)
  return (
    <td class={`chart-cell chart-${cell.line}`}>
      {cell.line === 'none' ? null : <span class="tie-rule" aria-hidden="true" />}
      {words.length > 0 ? (
        <span class="chart-marks" title={words.join(', ')}>
          {cell.agreements > 0 ? <span class="chart-mark mark-agreement" /> : null}
          {cell.activities > 0 ? (
            <span class={`chart-mark mark-activity${cell.planned ? ' mark-planned' : ''}`} />
          ) : null}
          {cell.anniversaries > 0 ? <span class="chart-mark mark-anniversary" /> : null}
          <span class="visually-hidden">{words.join(', ')}</span>
        </span>
      ) : null}
    </td>
  )
}

/** Years written in full: the first one, and every tenth column that begins a decade or more and has room after it. */
function isWhole({ from, until }: ChartColumn, index: number): boolean {
  return index === 0 || (index > 2 && from % (10 * (until - from + 1)) === 0)
}

function columnClass(column: ChartColumn, index: number, today: number): string | undefined {
  if (column.from <= today && today <= column.until) return 'chart-now'
  return isWhole(column, index) ? 'chart-whole' : undefined
}

export type ChartEntry = Pick<TimelineEntry, 'lane' | 'from' | 'until' | 'planned'>

interface ChartRow {
  key: string
  /** The subject of the row: usually an inline tie line. */
  heading: ComponentChildren
  status: TieStatus
  /** First year of the tie, if known. */
  since?: number | undefined
  entries: ChartEntry[]
}

interface CellContent {
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

interface ChartColumn {
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
