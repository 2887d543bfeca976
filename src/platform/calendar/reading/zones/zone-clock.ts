/** A zone that converts between wall clocks and instants, by the world's zone data or by the rules of a file. */
export interface ZoneClock {
  /** IANA; null for rules without a name in the world's zone data. */
  id: string | null
  instantOf(wall: Temporal.PlainDateTime): Temporal.Instant
  wallOf(instant: Temporal.Instant): Temporal.PlainDateTime
}

/** The clock of an IANA zone, or null where there is none of that name. */
export function worldClock(name: string): ZoneClock | null {
  // Temporal accepts whole dates and bare offsets as zones as well.
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return null
  try {
    return clockOf(epoch.toZonedDateTimeISO(name).timeZoneId)
  } catch {
    return null
  }
}

/** The clock of a fixed offset such as `+09:00`. */
export function offsetClock(offset: string): ZoneClock {
  return { ...clockOf(offset), id: null }
}

const epoch = Temporal.Instant.fromEpochMilliseconds(0)

function clockOf(id: string): ZoneClock {
  return {
    id: /^(?:Etc\/)?(?:UTC|UCT|Universal|Zulu)$/.test(id) ? 'UTC' : id,
    // A time that the clock skips is read with the offset before, one that comes twice as the first: RFC 5545 3.3.5.
    instantOf: (wall) => wall.toZonedDateTime(id, { disambiguation: 'compatible' }).toInstant(),
    wallOf: (instant) => instant.toZonedDateTimeISO(id).toPlainDateTime(),
  }
}

export const utcClock = clockOf('UTC')
