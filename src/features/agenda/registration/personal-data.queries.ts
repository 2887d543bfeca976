import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The events for which a person registered, with their entries. */
export async function listRegistrationData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const { rows } = await sql<DataRecord>`
    select n.name as network, e.title as subject, r.name, r.organisation, r.country, r.address, r.language,
      r.answers as document, r.withdrawal_word as reason, r.created_at as "madeAt", r.queued_at as "confirmedAt",
      r.withdrawn_at as "endedAt"
    from agenda_registration r join agenda_event e on e.event_id = r.event_id
    join networks_network n on n.network_id = e.network_id
    where lower(r.address) = any(${addresses}::text[]) or r.person_id = ${personId}::uuid
    order by r.registration_id
  `.execute(database)
  return collected('registrations', rows)
}
