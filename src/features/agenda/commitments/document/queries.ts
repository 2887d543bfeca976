import { type RawBuilder, sql } from 'kysely'
import { selectInstant } from '../../missions/document/queries.ts'

/** SQL: what the event `e` needs to be held, as its document holds it, or null; the shape is `criticalMassDocument`. */
export function selectCriticalMass(): RawBuilder<unknown> {
  return sql`(select json_build_object('until', mass.until,
      'least', coalesce((select json_object_agg(country, authorities order by country) from agenda_critical_mass_country
        where event_id = mass.event_id), '{}'),
      'total', mass.total, 'below', mass.below,
      'smaller', json_build_object('kind', mass.smaller_kind, 'attendance', mass.smaller_attendance,
        'words', mass.smaller_words, 'when', mass.smaller_happens, 'dateWords', mass.smaller_date_words,
        'startsAt', ${selectInstant('mass.smaller_starts_at')}, 'endsAt', ${selectInstant('mass.smaller_ends_at')},
        'zone', mass.smaller_zone, 'placeId', mass.smaller_place_id, 'venue', mass.smaller_venue))
    from agenda_critical_mass mass where mass.event_id = e.event_id)`
}
