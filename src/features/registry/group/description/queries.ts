import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'

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

/** How many members a group has in some countries, now or later. */
export async function countMembersIn(
  { database, today }: Context,
  networkId: string,
  countries: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from networks_membership m join directory_organisation o on o.organisation_id = m.organisation_id
    where m.network_id = ${networkId} and m.role = 'member' and o.country = any(${[...countries]}::text[])
      and (m.ends_on is null or m.ends_on > ${today})
  `.execute(database)
  return onlyRow(rows).count
}
