import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** A person’s statements on ties, and the requests to them. */
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

// A person’s declarations and texts here; the minutes of others belong to them, and are public.
const isDeclared = sql<boolean>`(s.kind = 'declaration' or exists (
  select 1 from minutes_account a join minutes_meeting m on m.meeting_id = a.meeting_id
  where a.source_id = s.source_id and a.is_minutes and m.final_at is not null
))`

/** Those of some sources whose words were written here. */
export async function listDeclarations(context: Context, ids: string[]): Promise<Set<string>> {
  return select(context, ids, isDeclared)
}

/** Those of some sources that got their title here: with their words, or from the name of an uploaded file. */
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
