import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { Recipient } from '../../platform/mail/notify.ts'
import type { Answer } from './answering/answers.queries.ts'
import type { Question } from './questions/question.ts'

/** A person with an account, or one who was asked and comes by a link (`askedId`). */
export interface QuestionReader extends Recipient {
  personId: string | null
  askedId: string | null
  /** Whether they still see a question that is hidden. */
  seesHidden: boolean
}

/** Who hears for the asker: whoever asked, while they speak for it; else all its members. */
export async function listAskers(
  context: Context,
  { networkId, asker, askedBy }: Pick<Question, 'networkId' | 'asker' | 'askedBy'>,
): Promise<QuestionReader[]> {
  const isTheirs = sql`r.role = 'member' and exists (select from people_role_organisation ro
    where ro.role_id = r.role_id and ro.organisation_id = ${asker.id})`
  const all = await listHolders(context, networkId, isTheirs)
  const own = all.filter(({ personId }) => personId === askedBy)
  return own.length > 0 ? own : all
}

/** The secretariat of a network. */
export function listCoordinators(context: Context, networkId: string): Promise<QuestionReader[]> {
  return listHolders(context, networkId, sql`r.role in ('chair', 'coordinator')`)
}

// People who have left the network get no further mails of it.
async function listHolders({ database, clock }: Context, networkId: string, isMeant: RawBuilder<unknown>) {
  const now = clock.now().toString()
  const { rows } = await sql<QuestionReader>`
    select distinct p.id as "personId", null::uuid as "askedId", true as "seesHidden", p.email as address, p.name, p.language
    from people_role r join people_person p on p.id = r.person_id
    where r.network_id = ${networkId} and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}) and ${isMeant}
    order by address
  `.execute(database)
  return rows
}

/** The author of an answer: whoever was asked, while they can be reached; else the account that said it. */
export function listAuthors(
  context: Context,
  { askedId, saidBy }: Pick<Answer, 'askedId' | 'saidBy'>,
): Promise<QuestionReader[]> {
  return selectAuthors(context, sql`select ${askedId}::uuid as asked_id, ${saidBy}::uuid as said_by`)
}

/** The authors of all answers to a question, whether others read them already or not. */
export function listAuthorsOf(context: Context, { id }: Pick<Question, 'id'>): Promise<QuestionReader[]> {
  return selectAuthors(
    context,
    sql`select distinct asked_id, case when asked_id is null then said_by end as said_by from questions_answer where question_id = ${id}`,
  )
}

async function selectAuthors({ database }: Context, answers: RawBuilder<unknown>): Promise<QuestionReader[]> {
  const { rows } = await sql<QuestionReader>`
    with a as (${answers})
    select null::uuid as "personId", p.asked_id as "askedId", false as "seesHidden", c.email as address, coalesce(c.languages[1], 'en') as language,
      coalesce((select name.value from jsonb_each_text(c.name) name limit 1), '') as name
    from a join questions_asked p on p.asked_id = a.asked_id
    join contacts_person c on c.contact_id = p.contact_id and c.removed_at is null and c.email is not null
    union all
    select p.id, null, false, p.email, p.language, p.name from a join people_person p on p.id = a.said_by and p.erased_at is null
    where a.asked_id is null
  `.execute(database)
  return rows
}
