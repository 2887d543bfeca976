import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The expectations that a person stated or spoke for, and the answers that they gave to those of others. */
export async function listExpectationData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const own = sql`any(${[...addresses]}::text[])`
  const stated = await sql<DataRecord>`
    select n.name as network, x.title as subject, x.text, o.name as organisation, x.contact_name as name,
      x.contact_address as address, x.language, x.stated_at as "madeAt"
    from partners_expectation x
    join networks_network n on n.network_id = x.network_id
    join directory_organisation o on o.organisation_id = x.asker_id
    where x.stated_by = ${personId}::uuid or lower(x.contact_address) = ${own} order by x.expectation_id
  `.execute(database)
  const answered = await sql<DataRecord>`
    select n.name as network, x.title as subject, o.name as organisation, r.contact_name as name, r.contact_address as address,
      r.contact_language as language, r.answer as decision, r.words as text, r.answered_at as "writtenAt"
    from partners_expectation_request r
    join partners_expectation x on x.expectation_id = r.expectation_id
    join networks_network n on n.network_id = x.network_id
    join directory_organisation o on o.organisation_id = r.organisation_id
    where r.answered_by = ${personId}::uuid or lower(r.contact_address) = ${own} order by r.request_id
  `.execute(database)
  return [...collected('expectations', stated.rows), ...collected('expectationAnswers', answered.rows)]
}
