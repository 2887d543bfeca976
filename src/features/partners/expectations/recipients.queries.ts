import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type InterfaceLanguage, interfaceLanguageFor } from '../../../platform/i18n/languages.ts'

export interface Recipient {
  /** Null for people without an account: they come by a link. */
  personId: string | null
  /** Whose request they answer by a link; null for the asker, and for people with an account. */
  requestId: string | null
  address: string
  name: string
  language: InterfaceLanguage
}

/** The recipients for an organisation: its members in the network, and its contact without an account, if any. */
export async function listAskers(context: Context, expectationId: string): Promise<Recipient[]> {
  const { rows } = await sql<Row>`
    select null as "personId", null as "requestId", x.contact_address as address, x.contact_name as name, x.language
    from partners_expectation x where x.expectation_id = ${expectationId} and x.contact_address is not null
    union all
    select p.id, null, p.email, p.name, p.language from partners_expectation x
    join people_role r on r.network_id = x.network_id and ${selectHeld(context)} and r.role = 'member'
    join people_role_organisation ro on ro.role_id = r.role_id and ro.organisation_id = x.asker_id
    join people_person p on p.id = r.person_id
    where x.expectation_id = ${expectationId}
    order by address
  `.execute(context.database)
  return rows.map(recipientOf)
}

/** The recipients for asked members, by the ids of their requests. */
export async function listAnswerers(context: Context, requestIds: readonly string[]): Promise<Recipient[]> {
  const { rows } = await sql<Row>`
    select null as "personId", q.request_id as "requestId", q.contact_address as address, q.contact_name as name,
      q.contact_language as language
    from partners_expectation_request q
    where q.request_id = any(${[...requestIds]}::uuid[]) and q.contact_address is not null
    union
    select p.id, null, p.email, p.name, p.language from partners_expectation_request q
    join partners_expectation x on x.expectation_id = q.expectation_id
    join people_role r on r.network_id = x.network_id and ${selectHeld(context)} and r.role = 'member'
    join people_role_organisation ro on ro.role_id = r.role_id and ro.organisation_id = q.organisation_id
    join people_person p on p.id = r.person_id
    where q.request_id = any(${[...requestIds]}::uuid[])
    order by address
  `.execute(context.database)
  return rows.map(recipientOf)
}

/** The secretariat of a network. */
export async function listAdvisers(context: Context, networkId: string): Promise<Recipient[]> {
  const { rows } = await sql<Row>`
    select distinct p.id as "personId", null as "requestId", p.email as address, p.name, p.language
    from people_role r join people_person p on p.id = r.person_id
    where r.network_id = ${networkId} and r.role in ('chair', 'coordinator') and ${selectHeld(context)}
    order by address
  `.execute(context.database)
  return rows.map(recipientOf)
}

interface Row extends Omit<Recipient, 'language'> {
  language: string
}

function recipientOf({ language, ...row }: Row): Recipient {
  return { ...row, language: interfaceLanguageFor(language) }
}

// People who have left the network get no further mails of it.
function selectHeld({ clock }: Context) {
  const now = clock.now().toString()
  return sql<boolean>`(r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}))`
}
