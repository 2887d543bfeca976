import { sql } from 'kysely'
import type { Context } from '../context/context.ts'
import { freeSlug } from '../input/slug.ts'
import { takeTurn } from './turns.ts'

/** The wished slug, or with a number: no record of a table has it in a network, and none takes it before the transaction ends. */
export async function takeFreeSlug(
  context: Context,
  table: string,
  { networkId, wished, reserved = [] }: { networkId: string; wished: string; reserved?: readonly string[] },
): Promise<string> {
  await takeTurn(context, `${table} ${networkId}`)
  const { rows } = await sql<{ slug: string }>`
    select slug from ${sql.table(table)} where network_id = ${networkId} and slug like ${`${wished}%`}
  `.execute(context.database)
  return freeSlug(wished, new Set([...reserved, ...rows.map(({ slug }) => slug)]))
}
