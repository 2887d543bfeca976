import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { RecordNetwork } from '../../../../platform/records/record-kind.ts'

/** Of some cooperations those that somebody has changed since they were added. */
export async function listChangedSince(context: Context, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select c.cooperation_id as id from registry_cooperation c
    where c.cooperation_id = any(${[...ids]}::uuid[]) and (
      exists (select from contributions_record r where r.record_kind = 'cooperation' and r.record_id = c.cooperation_id)
      or exists (select from registry_confirmation f where f.cooperation_id = c.cooperation_id)
      or exists (select from registry_confirmation_request q where q.cooperation_id = c.cooperation_id)
    )
  `.execute(context.database)
  return new Set(rows.map(({ id }) => id))
}

/** The network of an import, as records know it. */
export async function findRecordNetwork({ database }: Context, networkId: string): Promise<RecordNetwork> {
  return database
    .selectFrom('networks_network')
    .select(['network_id as id', 'slug', 'countries', 'languages'])
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow()
}
