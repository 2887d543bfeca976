import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** The questionnaires about a country that a person was sent, or has sent; the answers are among suggestions. */
export async function listQuestionData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const questions = await database
    .selectFrom('briefs_question as q')
    .innerJoin('networks_network as n', 'n.network_id', 'q.network_id')
    .select(['n.name as network', 'q.country', 'q.address', 'q.language', 'q.words as text'])
    .select(['q.asked_at as madeAt', 'q.ends_at as until'])
    .where(sql<boolean>`lower(q.address) = any(${addresses}::text[]) or q.asked_by = ${personId}::uuid`)
    .orderBy('q.question_id')
    .execute()
  return collected('questions', questions)
}
