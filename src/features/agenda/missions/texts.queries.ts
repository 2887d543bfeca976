import { type RawBuilder, sql } from 'kysely'

/** SQL: the texts of the sheet of the event `e`, as rows (part, path, text) for whoever lists those of the event. */
export function selectMissionTexts(): RawBuilder<unknown> {
  return sql`
    select 10 as part, 'mission.head.post' as path, head_post as text from agenda_mission where event_id = e.event_id
    union all select 11 + position, 'mission.stops.' || stop_id || '.place', place from agenda_mission_stop
      where event_id = e.event_id
    union all select 11 + position, 'mission.stops.' || stop_id || '.words', words from agenda_mission_stop
      where event_id = e.event_id
    union all select 100 + stop.position * 100 + item.position, 'mission.programme.' || item.item_id || '.title', item.title
      from agenda_mission_item item join agenda_mission_stop stop on stop.stop_id = item.stop_id
      where stop.event_id = e.event_id
    union all select 20000 + position, 'mission.seats.' || seats_id || '.forWhom', for_whom from agenda_mission_seats
      where event_id = e.event_id
    union all select 30000, 'mission.debrief.account', account from agenda_mission where event_id = e.event_id
    union all select 30001, 'mission.debrief.outcome', outcome from agenda_mission where event_id = e.event_id
    union all select 30002, 'mission.debrief.nextSteps', next_steps from agenda_mission where event_id = e.event_id`
}
