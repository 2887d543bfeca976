import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'

export interface Statement {
  organisation: { id: string; slug: string; name: LocalizedName }
  stance: 'confirmed' | 'disputed'
  words: string
  language: string
  saidAs: string
  saidAt: Date
}

/** The statements of a tie’s parties, newest first, as known on the context’s day. */
export async function listStatements(context: Context, cooperationId: string): Promise<Statement[]> {
  const { rows } = await sql<Statement>`
    select json_build_object('id', o.organisation_id, 'slug', o.slug, 'name', o.name) as organisation, c.stance, c.words,
      c.language, c.said_as as "saidAs", c.said_at as "saidAt"
    from registry_confirmation c join directory_organisation o on o.organisation_id = c.organisation_id
    where c.cooperation_id = ${cooperationId} and c.known_on <= ${context.today}
    order by c.said_at desc, c.confirmation_id desc
  `.execute(context.database)
  return rows
}

export interface AskedParty {
  requestId: string
  organisationId: string
  cooperationId: string
  name: string
  language: string
  madeAt: Date
  expiresAt: Date
  usedAt: Date | null
}

/** The links by which parties were asked, newest first. */
export async function listRequests({ database }: Context, cooperationId: string): Promise<AskedParty[]> {
  return selectRequests({ database })
    .where('cooperation_id', '=', cooperationId)
    .orderBy('made_at', 'desc')
    .execute()
}

/** One such link of a network, or null. */
export async function lookUpRequest(
  { database }: Context,
  networkId: string,
  requestId: string,
): Promise<AskedParty | null> {
  const found = await selectRequests({ database })
    .where('network_id', '=', networkId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return found ?? null
}

function selectRequests({ database }: Pick<Context, 'database'>) {
  return database
    .selectFrom('registry_confirmation_request')
    .select([
      'request_id as requestId',
      'organisation_id as organisationId',
      'cooperation_id as cooperationId',
      'name',
      'language',
      'made_at as madeAt',
      'expires_at as expiresAt',
      'used_at as usedAt',
    ])
}

/** The country whose source tells of a loaded tie, or null: a person added it, and claims it. */
export async function findToldIn({ database }: Context, cooperationId: string): Promise<string | null> {
  const { rows } = await sql<{ toldIn: string | null }>`
    select ${selectToldIn()} as "toldIn"
    from registry_cooperation c join networks_network n on n.network_id = c.network_id
    where c.cooperation_id = ${cooperationId}
  `.execute(database)
  return rows[0]?.toldIn ?? null
}

/** The parties whose word on a claimed tie is waited for. */
export async function listAwaited(
  { database }: Context,
  cooperationId: string,
): Promise<{ id: string; name: LocalizedName }[]> {
  const { rows } = await sql<{ id: string; name: LocalizedName }>`
    select p.organisation_id as id, o.name
    from ${sideOfTie()}
    join directory_organisation o on o.organisation_id = p.organisation_id
    where c.cooperation_id = ${cooperationId} and ${selectAwaited()}
    order by p.position
  `.execute(database)
  return rows
}

/** The ids of the ties of a network on which the word of one party is waited for. */
export async function listTiesAwaiting(
  { database, today }: Context,
  networkId: string,
  organisationId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.cooperation_id as id
    from ${sideOfTie()}
    where p.organisation_id = ${organisationId} and c.network_id = ${networkId} and c.known_on <= ${today} and ${selectAwaited()}
    order by c.known_on, c.cooperation_id
  `.execute(database)
  return rows.map(({ id }) => id)
}

function sideOfTie(): RawBuilder<unknown> {
  return sql`registry_cooperation c
    join networks_network n on n.network_id = c.network_id
    join registry_party p on p.cooperation_id = c.cooperation_id and p.capacity = 'party'`
}

/**
 * SQL: the word of the party `p` on the tie `c` of its network `n` is waited for. Neither that of the one who claims it, nor of the country
 * whose source tells of it.
 */
export function selectAwaited(): RawBuilder<boolean> {
  return sql<boolean>`(c.listed and c.confirmation = 'claimed' and p.organisation_id is distinct from c.claimed_by
    and (c.claimed_by is not null or p.country is distinct from ${selectToldIn()})
    and not exists (select from registry_confirmation said
      where said.cooperation_id = c.cooperation_id and said.organisation_id = p.organisation_id))`
}

/** SQL: the answer of `findToldIn` for the tie `c` in its network `n`, within another query. */
export function selectToldIn(): RawBuilder<string | null> {
  // A loaded tie comes from a source of the network’s first country; a tie that a person added has their word in its first version.
  return sql`case when not exists (select 1 from contributions_version v
    where v.record_kind = 'cooperation' and v.record_id = c.cooperation_id and v.number = 1
      and v.origin in ('edit', 'suggestion')) then n.countries[1] end`
}
