import type { CriticalMass } from '../document/schema.ts'
import type { CriticalMassInput } from './schema.ts'

/** What an event needs to be held as programs read it; `slugOf` knows the town of its smaller form. */
export function serializeCriticalMass(
  { until, least, total, below, smaller }: CriticalMass,
  slugOf: (id: string) => string,
): CriticalMassInput {
  return {
    until,
    least: Object.entries(least).map(([country, authorities]) => ({ country, authorities })),
    total,
    below,
    smaller: {
      kind: smaller.kind,
      attendance: smaller.attendance,
      words: smaller.words,
      when: smaller.when,
      starts_at: smaller.startsAt,
      ends_at: smaller.endsAt,
      zone: smaller.zone,
      place: smaller.placeId === null ? null : slugOf(smaller.placeId),
      venue: smaller.venue,
    },
  }
}
