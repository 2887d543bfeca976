import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** How many texts of a group there are in each of some languages, without languages that have none. */
export async function countTextsIn(
  { database }: Context,
  networkId: string,
  languages: readonly string[],
): Promise<{ language: string; count: number }[]> {
  const { rows } = await sql<{ language: string; count: number }>`
    select language, count(*)::int as count from translations_text
    where network_id = ${networkId} and language = any(${[...languages]}::text[]) and state <> 'missing'
    group by language order by language
  `.execute(database)
  return rows
}
