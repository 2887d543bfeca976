import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The letters that a person last changed or approved. */
export async function listIssueData(
  { database }: Context,
  { personId }: Pick<DataSubject, 'personId'>,
): Promise<CollectedData[]> {
  const { rows } = await sql<DataRecord>`
    select n.name as network, i.title as subject, i.number, i.changed_at as "writtenAt"
    from newsletter_issue i
    join networks_network n on n.network_id = i.network_id
    where i.changed_by = ${personId}::uuid or i.approved_by = ${personId}::uuid
    order by i.issue_id
  `.execute(database)
  return collected('letters', rows)
}
