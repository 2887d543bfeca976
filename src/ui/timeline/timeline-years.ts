import type { ComponentChildren } from 'preact'
import type { DateWords } from '../text/fuzzy-date.tsx'
import { drawnSpan } from './open-ends.ts'

export interface TimelineEntry {
  key: string
  /** Agreements are above the line, activities below, anniversaries on it. */
  lane: 'agreement' | 'activity' | 'anniversary'
  /** First and last possible day of the date, ISO, both included; 9999-12-31 for what continues, 0000 for unknown. */
  from: string
  until: string
  date: DateWords
  title: ComponentChildren
  href?: string | undefined
  /** Announced, not done. */
  planned?: boolean
  cancelled?: boolean
  /** Evidence marks, after the title. */
  evidence?: ComponentChildren
}

export interface YearMark {
  lane: TimelineEntry['lane']
  /** Where it begins and ends within its year, in per cent; equal for a known day. */
  start: number
  end: number
  planned: boolean
}

export interface YearColumn {
  year: number
  entries: TimelineEntry[]
  marks: YearMark[]
  /** Where today falls within the year, in per cent. */
  today: number | null
}

/** Years in which nothing begins or ends. */
export interface YearGap {
  from: number
  until: number
  /** `silent`: nothing is known of them; `spanned`: something goes on through them; `future`: they are to come. */
  kind: 'silent' | 'spanned' | 'future'
}

/**
 * The years to show, in order: those with an entry, that of today, and the gaps between. An entry over several years is listed in its first
 * one and marked in each that is shown.
 */
export function timelineYears(entries: readonly TimelineEntry[], today: string): (YearColumn | YearGap)[] {
  const rendered = entries.map((entry) => drawnSpan(entry, today))
  const sorted = rendered.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const years = new Set([yearOf(today)])
  for (const entry of sorted)
    for (let year = yearOf(entry.from); year <= lastOwnYear(entry); year += 1) years.add(year)
  const columns: (YearColumn | YearGap)[] = []
  let previous: number | null = null
  for (const year of [...years].sort((a, b) => a - b)) {
    if (previous !== null && year - previous > 1) {
      columns.push(yearGap(previous + 1, year - 1, sorted, today))
    }
    columns.push(yearColumn(year, sorted, today))
    previous = year
  }
  return columns
}

/** The position of an ISO day in its year, in per cent, to one decimal. */
export function shareOfYear(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const elapsed = (Date.UTC(year, month - 1, date) - Date.UTC(year, 0, 1)) / 86_400_000
  return Math.round((elapsed / daysIn(year)) * 1000) / 10
}

function yearColumn(year: number, entries: TimelineEntry[], today: string): YearColumn {
  return {
    year,
    entries: entries.filter((entry) => yearOf(entry.from) === year),
    marks: entries
      .filter((entry) => yearOf(entry.from) <= year && yearOf(entry.until) >= year)
      .map((entry) => ({
        lane: entry.lane,
        start: yearOf(entry.from) < year ? 0 : shareOfYear(entry.from),
        end: yearOf(entry.until) > year ? 100 : shareOfYear(entry.until),
        planned: entry.planned ?? false,
      })),
    today: yearOf(today) === year ? shareOfYear(today) : null,
  }
}

function yearGap(from: number, until: number, entries: TimelineEntry[], today: string): YearGap {
  if (from > yearOf(today)) return { from, until, kind: 'future' }
  const spanned = entries.some((entry) => yearOf(entry.from) < from && yearOf(entry.until) > until)
  return { from, until, kind: spanned ? 'spanned' : 'silent' }
}

/** A span of decades would fill the page with empty years: past five, only its first year is sure to be shown. */
function lastOwnYear(entry: TimelineEntry): number {
  const first = yearOf(entry.from)
  const last = yearOf(entry.until)
  return last - first > 5 ? first : last
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function daysIn(year: number): number {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000
}
