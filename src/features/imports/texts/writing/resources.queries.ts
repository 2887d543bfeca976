import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** How many notes a network has: the place of the next one. */
export async function countNetworkNotes({ database }: Context, networkId: string): Promise<number> {
  const row = await database
    .selectFrom('registry_note')
    .select(sql<number>`coalesce(max(position), -1) + 1`.as('next'))
    .where('network_id', '=', networkId)
    .where('subject_id', '=', networkId)
    .executeTakeFirst()
  return row?.next ?? 0
}

/** The link of a network with some address, or some name; null if there is none. */
export async function lookUpLink(
  { database, today }: Context,
  networkId: string,
  { label, url }: { label: string; url: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select note_id as id from registry_note
    where network_id = ${networkId} and subject_id = ${networkId} and kind = 'resource' and known_on <= ${today}
      and (url = ${url} or exists (select 1 from jsonb_each(label) where lower(value ->> 'text') = lower(${label})))
    order by position limit 1
  `.execute(database)
  return rows[0]?.id ?? null
}
