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
