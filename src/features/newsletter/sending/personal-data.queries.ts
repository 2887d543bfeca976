import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The sendings that a person ordered or cancelled. The mails that they got themselves are listed with their mails. */
export async function listSendingData(
  { database }: Context,
  { personId }: Pick<DataSubject, 'personId'>,
): Promise<CollectedData[]> {
  const { rows } = await sql<DataRecord>`
    select n.name as network, i.title as subject, i.number, s.ordered_at as "madeAt", s.cancelled_at as "endedAt"
    from newsletter_sending s
    join networks_network n on n.network_id = s.network_id
    left join newsletter_issue i on i.issue_id = s.issue_id
    where s.ordered_by = ${personId}::uuid or s.cancelled_by = ${personId}::uuid
    order by s.sending_id
  `.execute(database)
  return collected('sendings', rows)
}
