import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { Recipient } from '../../platform/mail/notify.ts'
import type { Answer } from './answering/answers.queries.ts'
import type { Question } from './questions/question.ts'

/** A person with an account, or one who was asked and comes by a link (`askedId`). */
export interface QuestionReader extends Recipient {
  personId: string | null
  askedId: string | null
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
    select distinct p.id as "personId", null::uuid as "askedId", p.email as address, p.name, p.language
    from people_role r join people_person p on p.id = r.person_id
    where r.network_id = ${networkId} and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}) and ${isMeant}
    order by address
  `.execute(database)
  return rows
}

/** The author of an answer: whoever was asked, while they can be reached; else the account that said it. */
export async function listAuthors(
  { database }: Context,
  { askedId, saidBy }: Pick<Answer, 'askedId' | 'saidBy'>,
): Promise<QuestionReader[]> {
  const { rows } = await sql<QuestionReader>`
    select null::uuid as "personId", p.asked_id as "askedId", c.email as address, coalesce(c.languages[1], 'en') as language,
      coalesce((select name.value from jsonb_each_text(c.name) name limit 1), '') as name
    from questions_asked p join contacts_person c on c.contact_id = p.contact_id and c.removed_at is null and c.email is not null
    where p.asked_id = ${askedId}
    union all
    select id, null, email, language, name from people_person where ${askedId}::uuid is null and id = ${saidBy} and erased_at is null
  `.execute(database)
  return rows
}
