import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
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
  { database, clock }: Context,
  { networkId, asker, askedBy }: Pick<Question, 'networkId' | 'asker' | 'askedBy'>,
): Promise<QuestionReader[]> {
  const { rows } = await sql<Omit<QuestionReader, 'askedId'>>`
    select p.id as "personId", p.email as address, p.name, p.language from people_role r
    join people_role_organisation ro on ro.role_id = r.role_id and ro.organisation_id = ${asker.id}
    join people_person p on p.id = r.person_id
    where r.network_id = ${networkId} and r.role = 'member' and ${isHeld(clock.now().toString())}
    order by p.email
  `.execute(database)
  const own = rows.filter(({ personId }) => personId === askedBy)
  return (own.length > 0 ? own : rows).map((row) => ({ ...row, askedId: null }))
}

/** The secretariat of a network. */
export async function listCoordinators(
  { database, clock }: Context,
  networkId: string,
): Promise<QuestionReader[]> {
  const { rows } = await sql<Omit<QuestionReader, 'askedId'>>`
    select distinct p.id as "personId", p.email as address, p.name, p.language from people_role r
    join people_person p on p.id = r.person_id
    where r.network_id = ${networkId} and r.role in ('chair', 'coordinator') and ${isHeld(clock.now().toString())}
    order by address
  `.execute(database)
  return rows.map((row) => ({ ...row, askedId: null }))
}

// People who have left the network get no further mails of it.
const isHeld = (now: string) =>
  sql<boolean>`(r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}))`

interface AskedRow {
  askedId: string
  address: string
  name: LocalizedName
  languages: string[]
}

/** Those who were asked, while they can be reached, by the ids of their rows. */
export async function listAskedReaders(
  { database }: Context,
  askedIds: readonly string[],
): Promise<QuestionReader[]> {
  const { rows } = await sql<AskedRow>`
    select p.asked_id as "askedId", c.email as address, c.name, c.languages from questions_asked p
    join contacts_person c on c.contact_id = p.contact_id and c.removed_at is null and c.email is not null
    where p.asked_id = any(${[...askedIds]}::uuid[])
  `.execute(database)
  return rows.map(({ languages, name, ...row }) => {
    const language = languages[0] ?? 'en'
    return { ...row, language, personId: null, name: Object.values(name)[0] ?? '' }
  })
}

/** The author of an answer: whoever was asked, else the account that said it. */
export async function listAuthors(
  context: Context,
  { askedId, saidBy }: Pick<Answer, 'askedId' | 'saidBy'>,
): Promise<QuestionReader[]> {
  if (askedId !== null) return listAskedReaders(context, [askedId])
  const { rows } = await sql<Omit<QuestionReader, 'askedId'>>`
    select id as "personId", email as address, name, language from people_person where id = ${saidBy} and erased_at is null
  `.execute(context.database)
  return rows.map((row) => ({ ...row, askedId: null }))
}
