import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The talks that a person began, with or without an account, those that they advise, and what they wrote in any. */
export async function listIntroductionData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const isSender = sql<boolean>`lower(i.sender_address) = any(${[...addresses]}::text[])`
  const introductions = await database
    .selectFrom('partners_introduction as i')
    .innerJoin('networks_network as n', 'n.network_id', 'i.network_id')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'i.organisation_id')
    .innerJoin('partners_wish as w', 'w.wish_id', 'i.wish_id')
    .select(['n.name as network', 'o.name as organisation', 'w.title as subject'])
    .select(['i.sender_name as name', 'i.sender_address as address', 'i.created_at as madeAt'])
    .where(sql<boolean>`${isSender} or i.person_id = ${personId}::uuid or i.adviser_id = ${personId}::uuid`)
    .orderBy('i.introduction_id')
    .execute()
  const messages = await database
    .selectFrom('partners_introduction_message as m')
    .innerJoin('partners_introduction as i', 'i.introduction_id', 'm.introduction_id')
    .select(['m.text', 'm.written_at as writtenAt'])
    .where(sql<boolean>`m.person_id = ${personId}::uuid or (m.side = 'interest' and ${isSender})`)
    .orderBy('m.message_id')
    .execute()
  return [...collected('introductions', introductions), ...collected('messages', messages)]
}
