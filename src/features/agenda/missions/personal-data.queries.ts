import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The delegations that name a person, and the seats that they asked for or answered about. */
export async function listMissionData(context: Context, subject: DataSubject): Promise<CollectedData[]> {
  return [
    ...collected('delegations', await listDelegations(context, subject)),
    ...collected('seatRequests', await listSeatRequests(context, subject)),
  ]
}

async function listDelegations(context: Context, subject: DataSubject): Promise<DataRecord[]> {
  const heads = await listNamingRows(
    context,
    'agenda_mission',
    { keys: ['event_id'], texts: ['head_name'] },
    subject,
  )
  const members = await listNamingRows(
    context,
    'agenda_mission_member',
    { keys: ['member_id'], texts: ['names'] },
    subject,
  )
  const { rows } = await sql<DataRecord>`
    select n.name as network, e.title as subject, found.name, found.function
    from (
      select event_id, head_name as name, head_post as function from agenda_mission
        where event_id = any(${heads.map(({ keys }) => keys.event_id)}::uuid[])
      union all select event_id, names, null from agenda_mission_member
        where member_id = any(${members.map(({ keys }) => keys.member_id)}::uuid[])
    ) as found
    join agenda_event e on e.event_id = found.event_id
    join networks_network n on n.network_id = e.network_id
    order by e.event_id, found.name
  `.execute(context.database)
  return rows
}

async function listSeatRequests({ database }: Context, { personId }: DataSubject): Promise<DataRecord[]> {
  if (personId === null) return []
  const { rows } = await sql<DataRecord>`
    select n.name as network, e.title as subject, o.name as organisation,
      case when r.asked_by = ${personId} then r.words end as text, r.decision,
      case when r.decided_by = ${personId} then r.answer end as reason, r.asked_at as "madeAt", r.withdrawn_at as "endedAt"
    from agenda_seat_request r join agenda_event e on e.event_id = r.event_id
    join networks_network n on n.network_id = e.network_id
    join directory_organisation o on o.organisation_id = r.organisation_id
    where ${personId}::uuid in (r.asked_by, r.decided_by, r.withdrawn_by)
    order by r.request_id
  `.execute(database)
  return rows
}
