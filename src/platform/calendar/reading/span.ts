import type { CalendarTime } from '../calendar-event.ts'
import type { ContentLine } from './content-lines.ts'
import { keyOf, type Moment, type ReadingContext, readMoment } from './moment.ts'
import { EventUnreadable } from './remarks.ts'

/** How long something lasts: days of the calendar, then milliseconds of time; and the zone in which its end was given. */
export interface Span {
  days: number
  ms: number
  zone: string | null
}

const dayMs = 86_400_000

/**
 * The time between the start of something and its end, by the end or the duration that the file gives; null where it gives neither.
 * An end that cannot be right is dropped and reported; the event stays.
 */
export function spanOrNote(
  readingContext: ReadingContext,
  start: Moment,
  end: ContentLine | undefined,
  duration: ContentLine | undefined,
): Span | null {
  try {
    if (end && end.value.trim() !== '') return spanBetween(start, readMoment(readingContext, end))
    if (duration) return fittingSpan(start, readDuration(duration.value))
  } catch (error) {
    if (!(error instanceof EventUnreadable)) throw error
    const isOdd = error.code === 'endBeforeStart' || error.code === 'endUnlikeStart'
    readingContext.note(
      isOdd ? error.code : 'endLeftOut',
      isOdd ? '' : ((end ?? duration)?.value.trim().slice(0, 60) ?? ''),
    )
  }
  return start.kind === 'day' ? { days: 1, ms: 0, zone: null } : null
}

function spanBetween(start: Moment, end: Moment): Span {
  if (start.kind !== end.kind) throw new EventUnreadable('endUnlikeStart')
  const ms = keyOf(end) - keyOf(start)
  if (ms < 0) throw new EventUnreadable('endBeforeStart')
  // Many programs end a day on the day itself.
  if (start.kind === 'day') return { days: Math.max(1, Math.round(ms / dayMs)), ms: 0, zone: null }
  return { days: 0, ms, zone: end.clock?.id ?? null }
}

function fittingSpan({ kind }: Moment, { days, ms }: { days: number; ms: number }): Span {
  if (kind !== 'day') return { days, ms, zone: null }
  return { days: Math.max(1, days + Math.ceil(ms / dayMs)), ms: 0, zone: null }
}

const units: Record<string, number> = { H: 3_600_000, M: 60_000, S: 1_000 }

// `PT1W` is wrong, and written: a week is read wherever it occurs.
function readDuration(value: string): { days: number; ms: number } {
  const [, sign, body = ''] = /^([+-]?)P((?:T?\d+[WDHMS])+)$/i.exec(value.trim()) ?? []
  if (body === '') throw new EventUnreadable('endLeftOut', value.slice(0, 60))
  if (sign === '-') throw new EventUnreadable('endBeforeStart')
  const parts = [...body.toUpperCase().matchAll(/(\d+)([WDHMS])/g)].map(([, count, unit = '']) => ({
    count: Number(count),
    unit,
  }))
  const daysOf = ({ count, unit }: { count: number; unit: string }) =>
    unit === 'W' ? count * 7 : unit === 'D' ? count : 0
  const days = parts.reduce((sum, part) => sum + daysOf(part), 0)
  const ms = parts.reduce((sum, { count, unit }) => sum + count * (units[unit] ?? 0), 0)
  if (days > 3_660 || ms > 3_660 * dayMs) throw new EventUnreadable('endLeftOut', value.slice(0, 60))
  return { days, ms }
}

/** When something ends that begins at a moment. */
export function endAfter(start: Moment, { days, ms, zone }: Span): CalendarTime {
  const wall = start.wall.add({ days })
  if (start.kind === 'day') return { kind: 'day', day: wall.toPlainDate().toString() }
  if (start.kind === 'floating')
    return { kind: 'floating', at: wall.add({ milliseconds: ms }).toString({ smallestUnit: 'second' }) }
  const at = new Date(start.clock.instantOf(wall).epochMilliseconds + ms)
  return { kind: 'instant', at, zone: zone ?? start.clock.id ?? 'UTC' }
}
