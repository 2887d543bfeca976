import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** What somebody said of ties, and how they were asked to. */
export async function listConfirmationData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const said = await database
    .selectFrom('registry_confirmation as c')
    .innerJoin('networks_network as n', 'n.network_id', 'c.network_id')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'c.organisation_id')
    .leftJoin('registry_confirmation_request as r', 'r.request_id', 'c.request_id')
    .select(['n.name as network', 'o.name as organisation', 'c.stance as decision', 'c.words as text'])
    .select(['c.said_as as function', 'c.said_at as writtenAt'])
    .where(sql<boolean>`c.person_id = ${personId}::uuid or lower(r.address) = any(${addresses}::text[])`)
    .orderBy('c.confirmation_id')
    .execute()
  const asked = await database
    .selectFrom('registry_confirmation_request as r')
    .innerJoin('networks_network as n', 'n.network_id', 'r.network_id')
    .select(['n.name as network', 'r.address', 'r.name', 'r.language', 'r.made_at as madeAt'])
    .where(sql<boolean>`lower(r.address) = any(${addresses}::text[])`)
    .orderBy('r.request_id')
    .execute()
  return collected('confirmations', [...said, ...asked])
}

// What somebody declared or wrote here; the minutes of others are theirs, and public.
const isDeclared = sql<boolean>`(s.kind = 'declaration' or exists (
  select 1 from minutes_account a join minutes_meeting m on m.meeting_id = a.meeting_id
  where a.source_id = s.source_id and a.is_minutes and m.final_at is not null
))`

/** Of some sources those whose words were said or written here. */
export async function listDeclarations(context: Context, ids: string[]): Promise<Set<string>> {
  return select(context, ids, isDeclared)
}

/** Of some sources those that got their title here: with their words, or from the name of a file that was brought in. */
export async function listTitledHere(context: Context, ids: string[]): Promise<Set<string>> {
  return select(context, ids, sql<boolean>`(s.kind in ('table', 'calendar') or ${isDeclared})`)
}

async function select(
  { database }: Context,
  ids: string[],
  condition: RawBuilder<boolean>,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await database
    .selectFrom('registry_source as s')
    .select('s.source_id')
    .where('s.source_id', 'in', ids)
    .where(condition)
    .execute()
  return new Set(rows.map((row) => row.source_id))
}
