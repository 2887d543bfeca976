import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** The questions that a person was sent about exchanges, and the answers that they gave. */
export async function listOutcomeData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const questions = await database
    .selectFrom('outcomes_question as q')
    .innerJoin('networks_network as n', 'n.network_id', 'q.network_id')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'q.organisation_id')
    .select(['n.name as network', 'o.name as organisation', 'q.address', 'q.language'])
    .select(['q.asked_on as madeAt', 'q.link_ends_at as until'])
    .where(sql<boolean>`lower(q.address) = any(${addresses}::text[])`)
    .orderBy('q.question_id')
    .execute()
  const answers = await database
    .selectFrom('outcomes_answer as a')
    .innerJoin('networks_network as n', 'n.network_id', 'a.network_id')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'a.organisation_id')
    .select(['n.name as network', 'o.name as organisation', 'a.held as decision', 'a.sentence as text'])
    .select('a.takes_up as subject')
    .select(['a.said_as as function', 'a.said_at as writtenAt'])
    .where('a.said_by', '=', personId)
    .orderBy('a.answer_id')
    .execute()
  return [...collected('questions', questions), ...collected('outcomes', answers)]
}
