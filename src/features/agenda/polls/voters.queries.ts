import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type InterfaceLanguage, interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { voterLinks } from '../links.ts'
import type { Answer, Poll } from './poll.ts'

/** A person who was invited to a poll or has answered it. */
export interface Voter {
  id: string
  pollId: string
  personId: string | null
  /** From their account or their invitation; '' where only an address is known, or their account is gone. */
  name: string
  /** Of people without an account; for those who manage the poll, one of whom typed it. */
  address: string | null
  country: string
  organisation: { id: string; name: LocalizedName; shortName: LocalizedName } | null
  language: InterfaceLanguage
  answeredAt: Date | null
  /** None of the dates: all of them count as no. */
  suitsNone: boolean
  word: string
  wordLanguage: string
  /** By the id of the date; empty before they have answered. */
  answers: Readonly<Record<string, Answer>>
  words: Readonly<Record<string, string>>
}

/** People who were invited to a poll or have answered, in the order of answers, those who have not answered last. */
export async function listVoters(context: Context, pollId: string): Promise<Voter[]> {
  return select(context, sql`v.poll_id = ${pollId}`)
}

/** The voter of a person with an account; null if they are none yet. */
export async function lookUpVoterOf(
  context: Context,
  pollId: string,
  personId: string,
): Promise<Voter | null> {
  const [voter] = await select(context, sql`v.poll_id = ${pollId} and v.person_id = ${personId}`)
  return voter ?? null
}

/** The voter of a link; null if the link was never sent, or was ended. */
export async function lookUpVoterByLink(context: Context, token: string): Promise<Voter | null> {
  const link = await voterLinks.lookUp(context, token)
  if (link === null) return null
  const [voter] = await select(context, sql`v.voter_id = ${link.voter_id}`)
  return voter ?? null
}

/** How many have answered each of some polls. */
export async function countAnswered(
  { database }: Context,
  pollIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select v.poll_id as id, count(*)::int as count from agenda_poll_voter v
    where v.poll_id = any(${[...pollIds]}::uuid[]) and v.answered_at is not null group by v.poll_id
  `.execute(database)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

interface Row extends Omit<Voter, 'language' | 'answers' | 'words'> {
  language: string
  said: { option: string; answer: Answer; word: string }[]
}

async function select(context: Context, condition: ReturnType<typeof sql>): Promise<Voter[]> {
  const { rows } = await sql<Row>`
    select v.voter_id as id, v.poll_id as "pollId", v.person_id as "personId", coalesce(person.name, v.name) as name,
      v.address, v.country,
      case when o.organisation_id is not null
        then json_build_object('id', o.organisation_id, 'name', o.name, 'shortName', o.short_name) end as organisation,
      coalesce(person.language, v.language) as language, v.answered_at as "answeredAt", v.suits_none as "suitsNone", v.word,
      v.word_language as "wordLanguage",
      coalesce((select json_agg(json_build_object('option', a.option_id, 'answer', a.answer, 'word', a.word))
        from agenda_poll_answer a where a.voter_id = v.voter_id), '[]') as said
    from agenda_poll_voter v
    left join people_person person on person.id = v.person_id
    left join directory_organisation o on o.organisation_id = v.organisation_id
    where ${condition}
    order by v.answered_at nulls last, v.voter_id
  `.execute(context.database)
  return rows.map(({ said, language, ...row }) => ({
    ...row,
    language: interfaceLanguageFor(language),
    answers: Object.fromEntries(said.map(({ option, answer }) => [option, answer])),
    words: Object.fromEntries(said.map(({ option, word }) => [option, word])),
  }))
}

/** The people with an account who speak for some organisations in a network, to be invited. */
export async function listPeopleOf(
  { database, clock }: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<{ address: string; name: string; country: string; language: string }[]> {
  if (organisationIds.length === 0) return []
  const now = clock.now().toString()
  const { rows } = await sql<Awaited<ReturnType<typeof listPeopleOf>>[number]>`
    select p.email as address, p.name, p.language, min(o.country) as country
    from people_role r
    join people_role_organisation ro on ro.role_id = r.role_id and ro.organisation_id = any(${[...organisationIds]}::uuid[])
    join directory_organisation o on o.organisation_id = ro.organisation_id
    join people_person p on p.id = r.person_id
    where r.network_id = ${networkId} and r.role in ('member', 'contributor')
      and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
    group by p.id order by p.email
  `.execute(database)
  return rows
}

export interface Recipient {
  /** Null for people who have neither been invited nor answered. */
  voterId: string | null
  /** Null for those without an account: they come by a link. */
  personId: string | null
  address: string
  name: string
  language: InterfaceLanguage
  /** The country whose clock comes first for them; null if unknown. */
  country: string | null
  hasAnswered: boolean
}

/** Everybody concerned by a poll: the people of the network where all of them answer, and everybody who was invited or has answered. */
export async function listConcerned(
  { database, clock }: Context,
  poll: Pick<Poll, 'id' | 'networkId' | 'electorate'>,
): Promise<Recipient[]> {
  const now = clock.now().toString()
  const { rows } = await sql<Omit<Recipient, 'language'> & { language: string }>`
    select v.voter_id as "voterId", v.person_id as "personId", coalesce(p.email, v.address) as address,
      coalesce(p.name, v.name) as name, coalesce(p.language, v.language) as language, v.country,
      v.answered_at is not null as "hasAnswered"
    from agenda_poll_voter v left join people_person p on p.id = v.person_id
    where v.poll_id = ${poll.id} and coalesce(p.email, v.address) is not null
      -- Who has left the network hears no more of it.
      and (v.person_id is null or exists (select 1 from people_role r where r.person_id = v.person_id
        and r.network_id = ${poll.networkId} and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})))
    union all
    select null, p.id, p.email, p.name, p.language, (
      select o.country from people_role r
      join people_role_organisation ro on ro.role_id = r.role_id
      join directory_organisation o on o.organisation_id = ro.organisation_id
      where r.person_id = p.id and r.network_id = ${poll.networkId} order by o.country limit 1), false
    from people_person p
    where ${poll.electorate} = 'network'
      and exists (select 1 from people_role r where r.person_id = p.id and r.network_id = ${poll.networkId}
        and r.role in ('chair', 'coordinator', 'member', 'contributor')
        and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}))
      and not exists (select 1 from agenda_poll_voter v where v.poll_id = ${poll.id} and v.person_id = p.id)
    order by address
  `.execute(database)
  return rows.map(({ language, ...row }) => ({
    ...row,
    language: interfaceLanguageFor(language),
  }))
}

/** The asker, if their account still exists. */
export async function lookUpMaker({ database }: Context, poll: Poll): Promise<Recipient | null> {
  if (poll.madeBy === null) return null
  const person = await database
    .selectFrom('people_person')
    .select(['id', 'email', 'name', 'language'])
    .where('id', '=', poll.madeBy)
    .executeTakeFirst()
  if (!person) return null
  return {
    voterId: null,
    personId: person.id,
    address: person.email,
    name: person.name,
    language: interfaceLanguageFor(person.language),
    country: null,
    hasAnswered: false,
  }
}
