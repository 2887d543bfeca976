import { type RawBuilder, sql } from 'kysely'

/** SQL: the texts of the smaller form of the event `e`, as rows (part, path, text) for whoever lists those of the event. */
export function selectMassTexts(): RawBuilder<unknown> {
  return sql`
    select 8 as part, 'criticalMass.smaller.words' as path, smaller_words as text from agenda_critical_mass
      where event_id = e.event_id
    union all select 9, 'criticalMass.smaller.dateWords', smaller_date_words from agenda_critical_mass
      where event_id = e.event_id
    union all select 9, 'criticalMass.smaller.venue', smaller_venue from agenda_critical_mass where event_id = e.event_id`
}
