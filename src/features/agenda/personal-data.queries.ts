import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'
import { listCommitmentData } from './commitments/personal-data.queries.ts'
import { listMissionData } from './missions/personal-data.queries.ts'
import { listPollData } from './polls/personal-data.queries.ts'
import { listRegistrationData } from './registration/personal-data.queries.ts'

/**
 * The events that a person proposed without an account or registered for, the missions that name them, their commitments, their secret
 * addresses of agendas, and the polls that they answered.
 */
export async function listAgendaData(context: Context, subject: DataSubject): Promise<CollectedData[]> {
  return [
    ...(await listProposed(context, subject)),
    ...(await listMissionData(context, subject)),
    ...(await listCommitmentData(context, subject)),
    ...(await listRegistrationData(context, subject)),
    ...(await listFeedData(context, subject)),
    ...(await listPollData(context, subject)),
  ]
}

/** Proposals from a person’s address, and what they wrote about proposals on either side. */
async function listProposed(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const isOwn = sql<boolean>`lower(p.sender_address) = any(${addresses}::text[])`
  const proposals = await database
    .selectFrom('agenda_proposal as p')
    .innerJoin('networks_network as n', 'n.network_id', 'p.network_id')
    .select(['n.name as network', 'p.sender_name as name', 'p.sender_address as address'])
    .select(['p.body as organisation', 'p.document', 'p.created_at as madeAt'])
    .where(isOwn)
    .orderBy('p.proposal_id')
    .execute()
  const messages = await database
    .selectFrom('agenda_proposal_message as m')
    .innerJoin('agenda_proposal as p', 'p.proposal_id', 'm.proposal_id')
    .select(['m.text', 'm.written_at as writtenAt'])
    .where(
      sql<boolean>`(m.is_of_proposer and ${isOwn}) or (${personId}::uuid is not null and m.person_id = ${personId}::uuid)`,
    )
    .orderBy('m.message_id')
    .execute()
  return [...collected('proposals', proposals), ...collected('messages', messages)]
}

/** A person’s secret addresses of agendas, without the secrets. */
async function listFeedData(context: Context, { personId }: DataSubject): Promise<CollectedData[]> {
  if (personId === null) return []
  const feeds = await context.database
    .selectFrom('agenda_feed as f')
    .innerJoin('networks_network as n', 'n.network_id', 'f.network_id')
    .select(['n.name as network', 'f.language', 'f.parameters as text', 'f.made_at as madeAt'])
    .select('f.last_fetched_on as usedAt')
    .where('f.person_id', '=', personId)
    .orderBy('f.feed_id')
    .execute()
  return collected('feeds', feeds)
}
