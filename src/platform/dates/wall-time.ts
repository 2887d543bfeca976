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

/** A stretch of time between two changes of a zone’s clock. */
interface ZoneSpan {
  /** Milliseconds since 1970. */
  from: number
  until: number
  /** Between these the clock shows each hour once: outside are the hours around a change back. */
  plainFrom: number
  plainUntil: number
  /** From UTC to the clock, in milliseconds. */
  offset: number
}

const known = new Map<string, ZoneSpan[]>()
const mostZones = 700

/**
 * The stretch that contains an instant: asks Temporal once a stretch, since once per event would take longer than all the other writing.
 */
export function spanOf(ms: number, zone: string): ZoneSpan {
  const spans = known.get(zone) ?? []
  for (const span of spans) if (ms >= span.from && ms < span.until) return span
  const span = spanAt(ms, zone)
  if (known.size >= mostZones) known.clear()
  known.set(zone, [span, ...spans])
  return span
}

function spanAt(ms: number, zone: string): ZoneSpan {
  const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  // The transition that begins now is not before now.
  const begin = there.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const end = there.getTimeZoneTransition('next')
  const offset = offsetOf(there)
  const earlier = begin ? offsetOf(begin.subtract({ nanoseconds: 1 })) : offset
  const later = end ? offsetOf(end) : offset
  const from = begin?.epochMilliseconds ?? Number.NEGATIVE_INFINITY
  const until = end?.epochMilliseconds ?? Number.POSITIVE_INFINITY
  return {
    from,
    until,
    plainFrom: from + Math.max(0, earlier - offset),
    plainUntil: until - Math.max(0, offset - later),
    offset,
  }
}

const offsetOf = (moment: Temporal.ZonedDateTime) => moment.offsetNanoseconds / 1_000_000
