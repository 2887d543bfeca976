import { type RawBuilder, sql } from 'kysely'
import { debriefDays, missionKinds } from './codes.ts'

/** SQL: how many seats of the offer `offer` are given away. */
export function selectGiven(): RawBuilder<number> {
  return sql<number>`(select coalesce(sum(given.count), 0)::int from agenda_seat_request given
    where given.seats_id = offer.seats_id and given.decision = 'accepted' and given.withdrawn_at is null)`
}

/** SQL: the event `e` is still to come, and has seats that others may ask for on that day. */
export function selectSeatsOpen(today: string): RawBuilder<boolean> {
  return sql<boolean>`(e.state = 'planned' and e.kind = any(${[...missionKinds]}::text[]) and e.published_at is not null
    and coalesce(e.ends_on >= ${today}::date, true) and exists (select 1 from agenda_mission_seats offer
      where offer.event_id = e.event_id and offer.until >= ${today}::date and offer.count > ${selectGiven()}))`
}

/** SQL: the debrief that the event `e` owes, with the day by which it is due and since when it is owed; null for none. */
export function selectDebrief(): RawBuilder<unknown> {
  return sql`(select json_build_object('dueOn', e.ends_on + ${debriefDays}::int, 'writtenAt', m.debriefed_at)
    from agenda_mission m where m.event_id = e.event_id and e.ends_on is not null and e.state <> 'cancelled'
      and e.kind = any(${[...missionKinds]}::text[]))`
}

/** SQL: the debrief of the event `e` should have been written before that day. */
export function selectDebriefOverdue(today: string): RawBuilder<boolean> {
  return sql<boolean>`(e.state <> 'cancelled' and e.kind = any(${[...missionKinds]}::text[])
    and e.ends_on + ${debriefDays}::int < ${today}::date
    and exists (select 1 from agenda_mission m where m.event_id = e.event_id and m.debriefed_at is null))`
}
