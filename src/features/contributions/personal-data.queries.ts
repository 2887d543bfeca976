import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** A person’s changes, suggestions, messages about them, and drafts. */
export async function listContributionData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const suggestions = await database
    .selectFrom('contributions_suggestion as s')
    .innerJoin('networks_network as n', 'n.network_id', 's.network_id')
    .select(['n.name as network', 's.record_kind as kind', 's.words as text', 's.source', 's.document'])
    .select(['s.sender_name as name', 's.sender_address as address', 's.created_at as madeAt'])
    .where(sql<boolean>`s.person_id = ${personId} or lower(s.sender_address) = any(${addresses}::text[])`)
    .orderBy('s.suggestion_id')
    .execute()
  const suggested = collected('suggestions', suggestions)
  if (personId === null) return suggested
  const versions = await database
    .selectFrom('contributions_version as v')
    .leftJoin('networks_network as n', 'n.network_id', 'v.network_id')
    .leftJoin('directory_organisation as o', 'o.organisation_id', 'v.organisation_id')
    .select(['n.name as network', 'v.record_kind as kind', 'v.number', 'v.reason', 'o.name as organisation'])
    .select(['v.changed', 'v.document', 'v.made_at as madeAt'])
    .where('v.person_id', '=', personId)
    .orderBy('v.version_id')
    .execute()
  const messages = await database
    .selectFrom('contributions_message')
    .select(['text', 'written_at as writtenAt'])
    .where('person_id', '=', personId)
    .orderBy('message_id')
    .execute()
  const drafts = await database
    .selectFrom('contributions_draft')
    .select(['form', 'fields', 'saved_at as writtenAt'])
    .where('person_id', '=', personId)
    .orderBy('form')
    .execute()
  return [
    ...collected('versions', versions),
    ...suggested,
    ...collected('messages', messages),
    ...collected('drafts', drafts),
  ]
}
