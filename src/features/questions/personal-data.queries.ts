import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** The questions that a person asked and was asked, and their answers, until their name is taken out of them. */
export async function listPeerQuestionData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const { rows } = await sql<DataRecord>`
    with own as (select p.asked_id, p.question_id, p.mailed_at from questions_asked p
      join contacts_person c on c.contact_id = p.contact_id and lower(c.email) = any(${addresses}::text[]))
    select n.name as network, said.text, said.signed as function, said.at as "madeAt" from (
      select q.network_id, q.question as text, '' as signed, coalesce(q.asked_at, q.created_at) as at
      from questions_question q where q.asked_by = ${personId}::uuid
      union all select q.network_id, q.question, '', own.mailed_at from own join questions_question q on q.question_id = own.question_id
        where own.mailed_at is not null
      union all select a.network_id, a.words, a.signed, a.given_at from questions_answer a
        where a.said_by = ${personId}::uuid or a.asked_id in (select asked_id from own)
    ) as said join networks_network n on n.network_id = said.network_id order by said.at, said.signed
  `.execute(database)
  return collected('peerQuestions', rows)
}
