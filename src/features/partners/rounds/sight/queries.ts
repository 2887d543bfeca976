import { type RawBuilder, sql } from 'kysely'

/** SQL: the members know of the meeting `m`, and read what is said in its round; what is being prepared is the secretariat’s. */
export function selectToldToMembers(): RawBuilder<boolean> {
  return sql<boolean>`(m.announced_at is not null or m.convened_at is not null or m.held_at is not null)`
}
