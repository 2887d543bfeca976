import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import { selectCriticalMass } from '../../commitments/document/queries.ts'
import { selectInstant, selectMission } from '../../missions/document/queries.ts'

/** Some events with everything that makes them up, as known on the context's day; the shape is `eventDocument`. */
export async function listEventDocuments(
  context: Context,
  networkId: string,
  eventIds: readonly string[],
): Promise<Map<string, RecordDocument>> {
  if (eventIds.length === 0) return new Map()
  const { today } = context
  const { rows } = await sql<{ id: string; document: RecordDocument }>`
    select e.event_id as id, json_build_object('kind', e.kind, 'title', e.title, 'summary', e.summary, 'when', e.happens, 'words', e.words,
      'startsAt', ${selectInstant('e.starts_at')}, 'endsAt', ${selectInstant('e.ends_at')}, 'zone', e.zone,
      'previously', case when e.moved_at is not null then json_build_object('when', e.previous_happens,
        'words', e.previous_words, 'startsAt', ${selectInstant('e.previous_starts_at')}) end,
      'state', e.state, 'firmness', e.firmness, 'placeId', e.place_id, 'venue', e.venue, 'attendance', e.attendance,
      'conferenceUrl', e.conference_url, 'frame', e.frame, 'organisers', e.organisers, 'credit', e.credit, 'link', e.link, 'resources', e.resources,
      'guestCountries', e.guest_countries, 'themes', e.themes,
      'languages', e.languages, 'interpretation', e.interpretation,
      'organisations', coalesce((select json_agg(json_build_object('id', part.organisation_id, 'role', part.role) order by part.position)
        from agenda_event_organisation part where part.event_id = e.event_id), '[]'),
      'cooperations', coalesce((select json_agg(json_build_object('id', link.cooperation_id) order by link.cooperation_id)
        from agenda_event_cooperation link join registry_cooperation c on c.cooperation_id = link.cooperation_id
        where link.event_id = e.event_id and c.known_on <= ${today}), '[]'),
      'mission', ${selectMission()}, 'criticalMass', ${selectCriticalMass()}, 'recurrence', e.recurrence,
      'visibility', case when e.published_at is null then 'withdrawn' else e.visibility end, 'knownOn', e.known_on
    ) as document
    from agenda_event e
    where e.network_id = ${networkId} and e.event_id = any(${[...eventIds]}::uuid[]) and e.known_on <= ${today}
  `.execute(context.database)
  return new Map(rows.map(({ id, document }) => [id, document]))
}
