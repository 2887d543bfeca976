import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The commitments that a person made or withdrew for an authority, and the words with which they gave more time. */
export async function listCommitmentData(
  { database }: Context,
  { personId }: DataSubject,
): Promise<CollectedData[]> {
  if (personId === null) return []
  const { rows } = await sql<DataRecord>`
    select n.name as network, e.title as subject, made.organisation, made.text, made.at as "madeAt", made.ended_at as "endedAt"
    from (
      select c.event_id, o.name as organisation, case when c.committed_by = ${personId} then c.words end as text,
        c.committed_at as at, c.withdrawn_at as ended_at
      from agenda_commitment c join directory_organisation o on o.organisation_id = c.organisation_id
      where ${personId}::uuid in (c.committed_by, c.withdrawn_by)
      union all select d.event_id, null, d.word, d.prolonged_at, null from agenda_commitment_decision d
        where d.prolonged_by = ${personId}
    ) as made
    join agenda_event e on e.event_id = made.event_id
    join networks_network n on n.network_id = e.network_id
    order by made.at
  `.execute(database)
  return collected('commitments', rows)
}
