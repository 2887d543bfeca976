import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

// Beyond so many ties of one pair, addresses use more letters.
const mostNumbers = 9

/** Addresses of a network that equal one of the wanted ones, or one with a number behind it. */
export async function listSlugsLike(
  context: Context,
  networkId: string,
  wished: readonly string[],
): Promise<Set<string>> {
  const sought = wished.flatMap((slug) => [
    slug,
    ...Array.from({ length: mostNumbers }, (_, number) => `${slug}-${number + 2}`),
  ])
  const { rows } = await sql<{ slug: string }>`
    select slug from registry_cooperation where network_id = ${networkId} and slug = any(${sought}::text[])
  `.execute(context.database)
  return new Set(rows.map(({ slug }) => slug))
}
