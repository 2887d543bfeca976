import type { Context } from '../../../../platform/context/context.ts'
import { isSame } from '../../../../platform/records/record-document.ts'
import type { CriticalMass } from './schema.ts'

/** Writes what an event needs to be held, where it differs. */
export async function writeCriticalMass(
  { database }: Context,
  eventId: string,
  before: CriticalMass | null,
  after: CriticalMass | null,
): Promise<void> {
  if (isSame(before, after)) return
  await database.deleteFrom('agenda_critical_mass').where('event_id', '=', eventId).execute()
  if (after === null) return
  await database
    .insertInto('agenda_critical_mass')
    .values({ event_id: eventId, ...columnsOf(after) })
    .execute()
  const countries = Object.entries(after.least).map(([country, authorities]) => ({
    event_id: eventId,
    country,
    authorities,
  }))
  if (countries.length > 0)
    await database.insertInto('agenda_critical_mass_country').values(countries).execute()
}

function columnsOf({ until, total, below, smaller }: CriticalMass) {
  return {
    until,
    total,
    below,
    smaller_kind: smaller.kind,
    smaller_attendance: smaller.attendance,
    smaller_words: JSON.stringify(smaller.words),
    smaller_happens: smaller.when,
    smaller_date_words: JSON.stringify(smaller.dateWords),
    smaller_starts_at: smaller.startsAt,
    smaller_ends_at: smaller.endsAt,
    smaller_zone: smaller.zone,
    smaller_place_id: smaller.placeId,
    smaller_venue: JSON.stringify(smaller.venue),
  }
}
