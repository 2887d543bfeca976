import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Theme } from '../../../networks/index.ts'

export interface KnownTie {
  id: string
  slug: string
  /** Parties in the full sense. */
  parties: string[]
}

/** The ties of a network to which any of some organisations is a party, as known on the context's day. */
export async function listTiesOf(
  context: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<KnownTie[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<KnownTie>`
    select c.cooperation_id as id, c.slug, array_agg(p.organisation_id::text order by p.position) as parties
    from registry_cooperation c join registry_party p on p.cooperation_id = c.cooperation_id
    where c.network_id = ${networkId} and c.known_on <= ${context.today} and p.known_on <= ${context.today} and p.capacity = 'party'
      and c.cooperation_id in (select cooperation_id from registry_party where network_id = ${networkId}
        and organisation_id = any(${[...organisationIds]}::uuid[]))
    group by c.cooperation_id, c.slug
    order by c.slug
  `.execute(context.database)
  return rows
}

/** For each of some organisations all predecessors and successors, itself included. */
export async function listRelatives(
  context: Context,
  organisationIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ id: string; relative: string }>`
    with recursive asked as (select unnest(${[...organisationIds]}::uuid[]) as id),
    later (id, relative, depth) as (
      select id, id, 0 from asked
      union select later.id, s.successor_id, depth + 1 from later
        join directory_succession s on s.predecessor_id = later.relative where depth < 5
    ),
    earlier (id, relative, depth) as (
      select id, id, 0 from asked
      union select earlier.id, s.predecessor_id, depth + 1 from earlier
        join directory_succession s on s.successor_id = earlier.relative where depth < 5
    )
    select id::text, relative::text from later union select id::text, relative::text from earlier
  `.execute(context.database)
  const relatives = new Map<string, Set<string>>()
  for (const { id, relative } of rows)
    relatives.set(id, (relatives.get(id) ?? new Set<string>()).add(relative))
  return relatives
}

export interface KnownInterest {
  organisationId: string
  themes: Theme[]
}

/** The interests of some organisations in a network. */
export async function listInterestsOf(
  { database, today }: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<KnownInterest[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<KnownInterest>`
    select organisation_id as "organisationId", themes from registry_interest
    where network_id = ${networkId} and organisation_id = any(${[...organisationIds]}::uuid[]) and known_on <= ${today}
  `.execute(database)
  return rows
}

/** The links of a network itself: addresses and names. */
export async function listNetworkLinks(
  { database, today }: Context,
  networkId: string,
): Promise<{ url: string | null; names: string[] }[]> {
  const { rows } = await sql<{ url: string | null; names: string[] }>`
    select url, array(select value ->> 'text' from jsonb_each(label)) as names from registry_note
    where network_id = ${networkId} and subject_id = ${networkId} and kind = 'resource' and known_on <= ${today}
  `.execute(database)
  return rows
}

export interface Twin {
  signature: string
  textId: string
  title: string
  isAccepted: boolean
}

/** Which of some facts other texts of the network state as well. */
export async function listTwins(
  { database }: Context,
  text: { id: string; networkId: string },
  signatures: readonly string[],
): Promise<Twin[]> {
  if (signatures.length === 0) return []
  const { rows } = await sql<Twin>`
    select f.signature, t.text_id as "textId", t.title, bool_or(f.decision in ('accepted', 'corrected')) is true as "isAccepted"
    from imports_text_fact f join imports_text t on t.text_id = f.text_id
    where t.network_id = ${text.networkId} and t.text_id <> ${text.id} and t.taken_back_at is null
      and f.signature = any(${[...signatures]}::text[])
    group by f.signature, t.text_id, t.title
    order by t.text_id
  `.execute(database)
  return rows
}

/** Those of some days on which a network has a meeting. */
export async function listMeetingDays(
  { database, today }: Context,
  networkId: string,
  days: readonly string[],
): Promise<Set<string>> {
  if (days.length === 0) return new Set()
  const { rows } = await sql<{ day: string }>`
    select held_on::text as day from minutes_meeting
    where network_id = ${networkId} and held_on = any(${[...days]}::date[]) and known_on <= ${today}
  `.execute(database)
  return new Set(rows.map(({ day }) => day))
}
