import { spanOf } from './zone-spans.ts'

/** What a clock shows at an instant. */
export interface WallTime {
  /** ISO. */
  day: string
  /** `10:00` */
  time: string
  /** With the offset of the zone, to the second: `2017-07-07T10:00:00+02:00`. */
  datetime: string
}

/**
 * What the clock of a zone shows at an instant, as though that were UTC: `getUTCHours` returns its hour. By
 * arithmetic, which takes a tenth of what Temporal takes: lists and calendars ask for each event on every clock.
 */
export function onClock(at: Date, zone: string): Date {
  const ms = at.getTime()
  return new Date(ms + spanOf(ms, zone).offset)
}

/** What the clock of a zone shows at an instant, in words for machines and people. */
export function wallTime(at: Date, zone: string): WallTime {
  const [day = '', rest = ''] = onClock(at, zone).toISOString().split('T')
  const clock = rest.slice(0, 8)
  return {
    day,
    time: clock.slice(0, 5),
    datetime: `${day}T${clock}${offsetText(spanOf(at.getTime(), zone).offset)}`,
  }
}

function offsetText(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000)
  return `${ms < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

const twoDigits = (figure: number) => String(figure).padStart(2, '0')
