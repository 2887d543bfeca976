import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type InterfaceLanguage, interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import type { Poll } from './poll.ts'

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
