import { type RawBuilder, sql } from 'kysely'
import { selectDocument } from '../../../../platform/records/fields/columns.ts'
import { emptyImmersion, immersionFields } from '../immersion.ts'

/** SQL: the sheet of the event `e` as its document holds it; the shape is `missionDocument`. */
export function selectMission(): RawBuilder<unknown> {
  return sql`json_build_object(
    'head', coalesce((select json_build_object('name', m.head_name, 'post', m.head_post,
        'organisationId', m.head_organisation_id, 'organisationWords', m.head_organisation_words)
      from agenda_mission m where m.event_id = e.event_id),
      json_build_object('name', '', 'post', '{}'::jsonb, 'organisationId', null, 'organisationWords', '')),
    'members', coalesce((select json_agg(json_build_object('id', member_id, 'kind', kind, 'count', count, 'names', names,
        'organisationId', organisation_id, 'organisationWords', organisation_words) order by position)
      from agenda_mission_member where event_id = e.event_id), '[]'),
    'stops', coalesce((select json_agg(json_build_object('id', s.stop_id, 'placeId', s.place_id, 'place', s.place,
        'when', s.happens, 'words', s.words, 'startsAt', ${selectInstant('s.starts_at')}, 'endsAt', ${selectInstant('s.ends_at')},
        'zone', s.zone,
        'counterparts', coalesce((select json_agg(json_build_object('id', counterpart_id, 'organisationId', organisation_id,
            'organisationWords', words) order by position)
          from agenda_mission_counterpart where stop_id = s.stop_id), '[]'),
        'programme', coalesce((select json_agg(json_build_object('id', item_id, 'day', day, 'start', starts, 'end', ends,
            'title', title, 'language', language) order by position)
          from agenda_mission_item where stop_id = s.stop_id), '[]')) order by s.position)
      from agenda_mission_stop s where s.event_id = e.event_id), '[]'),
    'seats', coalesce((select json_agg(json_build_object('id', seats_id, 'stopId', stop_id, 'count', count,
        'forWhom', for_whom, 'until', until) order by position)
      from agenda_mission_seats where event_id = e.event_id), '[]'),
    'debrief', coalesce((select json_build_object('account', m.account, 'outcome', m.outcome, 'nextSteps', m.next_steps)
      from agenda_mission m where m.event_id = e.event_id),
      json_build_object('account', '{}'::jsonb, 'outcome', '{}'::jsonb, 'nextSteps', '{}'::jsonb)),
    'immersion', coalesce((select ${selectDocument(immersionFields, 'm')} from agenda_mission m where m.event_id = e.event_id),
      ${JSON.stringify(emptyImmersion)}::json)
  )`
}

/** SQL: an instant in one notation, so that versions of a document compare. */
export function selectInstant(column: string): RawBuilder<unknown> {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
}
