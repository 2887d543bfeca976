import type { SeriesDate } from '../../src/features/agenda/recurrence/shape.ts'

/** The first date of a series (EDTF), with hours on the clock of a zone where some are given. */
export function seriesOn(when: string, hours?: [string, string], zone = 'Europe/Paris'): SeriesDate {
  const at = (time: string) =>
    Temporal.PlainDateTime.from(`${when.slice(0, 10)}T${time}`)
      .toZonedDateTime(zone)
      .toInstant()
      .toString()
  return {
    when,
    words: {},
    startsAt: hours ? at(hours[0]) : null,
    endsAt: hours ? at(hours[1]) : null,
    zone: hours ? zone : null,
    knownOn: '2025-01-01',
  }
}
