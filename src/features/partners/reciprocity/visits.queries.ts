import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { whereVisible } from '../../agenda/events/index.ts'
import { directionOf, type Presence, type Visit, visitKinds, yearOf } from './visit.ts'

interface Row extends Presence {
  id: string
  slug: string
  title: LocalizedText
  happens: string | null
  words: LocalizedText
  startsOn: string | null
  endsOn: string | null
  count: number
  cooperationIds: string[]
}

/** The visits of a network’s agenda that have taken place, the newest first: of one tie, or all of them. Online events are no visits. */
export async function listVisits(
  context: Context,
  networkId: string,
  cooperationId: string | null = null,
): Promise<Visit[]> {
  const { today } = context
  const ofTie =
    cooperationId === null
      ? sql`true`
      : sql`exists (select 1 from agenda_event_cooperation tied where tied.event_id = e.event_id
          and tied.cooperation_id = ${cooperationId})`
  const { rows } = await sql<Row>`
    select e.event_id as id, e.slug, e.title, e.happens, e.words, e.starts_on as "startsOn", e.ends_on as "endsOn",
      coalesce(several.visits, 1)::int as count, place.country as place,
      coalesce((select json_agg(o.country) from agenda_event_organisation part
        join directory_organisation o on o.organisation_id = part.organisation_id
        where part.event_id = e.event_id and part.role in ('host', 'co_organiser')), '[]') as hosts,
      coalesce((select json_agg(o.country) from (
          select part.organisation_id from agenda_event_organisation part
          where part.event_id = e.event_id and part.role in ('participant', 'signatory', 'guest', 'guest_of_honour')
          union all select mission.head_organisation_id from agenda_mission mission where mission.event_id = e.event_id
          union all select member.organisation_id from agenda_mission_member member where member.event_id = e.event_id
        ) as part join directory_organisation o on o.organisation_id = part.organisation_id), '[]') as others,
      coalesce((select json_agg(o.country) from agenda_mission_stop stop
        join directory_organisation o on o.organisation_id = stop.place_id where stop.event_id = e.event_id), '[]') as stops,
      coalesce((select json_agg(c.cooperation_id) from agenda_event_cooperation link
        join registry_cooperation c on c.cooperation_id = link.cooperation_id
        where link.event_id = e.event_id and c.known_on <= ${today}), '[]') as "cooperationIds"
    from agenda_event e
    left join directory_organisation place on place.organisation_id = e.place_id
    left join partners_visit_count several on several.event_id = e.event_id and several.known_on <= ${today}
    where e.network_id = ${networkId} and e.known_on <= ${today} and e.state = 'past' and e.kind = any(${[...visitKinds]}::text[])
      and e.attendance is distinct from 'online' and ${ofTie} and ${whereVisible(context.actor)}
    order by e.starts_on desc nulls last, e.event_id
  `.execute(context.database)
  return rows.map(({ hosts, place, stops, others, startsOn, endsOn, ...row }) => ({
    ...row,
    year: yearOf(startsOn, endsOn),
    direction: directionOf({ hosts, place, stops, others }),
  }))
}
