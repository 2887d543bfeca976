import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The bilateral meetings for which a person is named or written to, and what they did with sessions. */
export async function listMeetingsData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const { rows } = await sql<DataRecord>`
    select n.name as network, e.title as subject, o.name as organisation, p.person_name as name, p.address, p.language,
      p.added_at as "madeAt", p.left_at as "endedAt"
    from partners_session_participant p
    join partners_session s on s.session_id = p.session_id
    join agenda_event e on e.event_id = s.event_id
    join networks_network n on n.network_id = s.network_id
    join directory_organisation o on o.organisation_id = p.organisation_id
    where lower(p.address) = any(${[...addresses]}::text[]) or ${personId}::uuid in (p.added_by, p.left_by)
    order by p.participant_id
  `.execute(database)
  const { rows: kept } = await sql<DataRecord>`
    select n.name as network, e.title as subject, done.at as "madeAt"
    from (
      select s.session_id, s.opened_at as at from partners_session s where s.opened_by = ${personId}::uuid
      union all select r.session_id, r.started_at from partners_session_run r where r.started_by = ${personId}::uuid
      union all select u.session_id, u.made_at from partners_session_rule u where u.made_by = ${personId}::uuid
    ) as done
    join partners_session s on s.session_id = done.session_id
    join agenda_event e on e.event_id = s.event_id
    join networks_network n on n.network_id = s.network_id
    order by done.at
  `.execute(database)
  return [...collected('bilateralMeetings', rows), ...collected('meetingSessions', kept)]
}
