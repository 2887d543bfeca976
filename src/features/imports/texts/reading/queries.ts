import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** The group in which a text is imported, and its file; null for a text that no longer exists. */
export async function lookUpGroup({ database }: Context, textId: string) {
  const found = await database
    .selectFrom('imports_text as t')
    .innerJoin('networks_network as n', 'n.network_id', 't.network_id')
    .innerJoin('platform_file as f', 'f.file_id', 't.file_id')
    .select([
      't.network_id as networkId',
      't.file_id as fileId',
      't.assistant_host as assistantHost',
      'f.name as fileName',
      'n.name as networkName',
      sql<string | null>`n.opens_on::text`.as('opensOn'),
    ])
    .where('t.text_id', '=', textId)
    .executeTakeFirst()
  return found ?? null
}

/** The organisations with some folded names, where exactly one has the name. */
export async function listOnlyBearers(
  { database }: Context,
  folded: readonly string[],
): Promise<Map<string, string>> {
  if (folded.length === 0) return new Map()
  const { rows } = await sql<{ folded: string; id: string }>`
    select folded, min(organisation_id::text) as id from directory_name
    where folded = any(${[...folded]}::text[])
    group by folded having count(distinct organisation_id) = 1
  `.execute(database)
  return new Map(rows.map((row) => [row.folded, row.id]))
}
