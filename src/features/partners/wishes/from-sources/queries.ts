import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Theme } from '../../../networks/index.ts'
import { selectAuthority, type WishAuthority } from '../queries.ts'

/** What a source says that an authority looks for, before the authority has said so itself. */
export interface Said {
  id: string
  organisation: WishAuthority
  seeks: LocalizedText
  offers: LocalizedText
  themes: Theme[]
  knownOn: string
}

/** What sources say, by their ids, in no order. */
export async function listSaid(context: Context, ids: readonly string[]): Promise<Said[]> {
  return ids.length === 0 ? [] : select(context, sql`i.interest_id = any(${[...ids]}::uuid[])`)
}

/** What a source says of an authority in a network, or null. */
export async function lookUpSaid(context: Context, networkId: string, id: string): Promise<Said | null> {
  if (!isId(id)) return null
  const [said] = await select(context, sql`i.network_id = ${networkId} and i.interest_id = ${id}`)
  return said ?? null
}

async function select(context: Context, condition: RawBuilder<unknown>): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select i.interest_id as id, i.seeks, i.offers, i.themes, i.known_on as "knownOn", ${selectAuthority()} as organisation
    from registry_interest i join directory_organisation o on o.organisation_id = i.organisation_id
    where i.known_on <= ${context.today} and ${condition}
  `.execute(context.database)
  return rows
}
