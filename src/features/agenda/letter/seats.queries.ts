import { sql } from 'kysely'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { LetterGround } from '../../../platform/letters/letter-source.ts'
import { selectGiven } from '../missions/state.queries.ts'

/** Seats of a mission that others may still ask for. */
export interface SeatsTold {
  eventId: string
  left: number
  /** ISO day. */
  until: string
  /** Where one joins, as it is said and by its name; both empty for the whole journey. */
  place: LocalizedText | null
  name: LocalizedName | null
  shortName: LocalizedName | null
}

/** The open seats of some missions, by their ids, in the order of their sheets. */
export async function findOpenSeats(
  ground: LetterGround,
  ids: readonly string[],
): Promise<Map<string, SeatsTold[]>> {
  const { database, today } = ground.context
  if (ids.length === 0) return new Map()
  const { rows } = await sql<SeatsTold>`
    select offer.event_id as "eventId", offer.count - ${selectGiven()} as left, offer.until, stop.place,
      town.name, town.short_name as "shortName"
    from agenda_mission_seats offer
    left join agenda_mission_stop stop on stop.stop_id = offer.stop_id
    left join directory_organisation town on town.organisation_id = stop.place_id
    where offer.event_id = any(${[...ids]}::uuid[]) and offer.until >= ${today}::date
      and offer.count > ${selectGiven()}
    order by offer.event_id, offer.position
  `.execute(database)
  return Map.groupBy(rows, ({ eventId }) => eventId)
}
