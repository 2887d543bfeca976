import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { fold } from '../../../../platform/search/index.ts'
import type { OrganisationRef } from '../../../directory/index.ts'

export const sources = ['event', 'committed', 'registered'] as const
export type Source = (typeof sources)[number]

/** An organisation that the event suggests, with the people who registered for it. */
export interface Candidate {
  organisation: OrganisationRef
  sources: Source[]
  person: { name: string; address: string | null; language: string } | null
}

export interface Suggested {
  candidates: Candidate[]
  /** Typed organisations of registrations of which the directory has none, or several. */
  unknown: string[]
}

interface Registered {
  name: string
  organisation: string
  country: string
  address: string | null
  language: string
  organisationId: string | null
}

/** Likely participants: organisations of the event, those committed to come, those whose people registered. */
export async function listSuggested(
  context: Context,
  { eventId, networkId, sessionId }: { eventId: string; networkId: string; sessionId: string },
): Promise<Suggested> {
  const registered = await listRegistered(context, eventId, networkId)
  const named = await listNamed(context, registered)
  const people = registered.map((person) => ({
    ...person,
    organisationId: person.organisationId ?? named.get(keyOf(person)) ?? null,
  }))
  const ids = [...new Set(people.flatMap(({ organisationId }) => organisationId ?? []))]
  const { rows } = await sql<OrganisationRef & { sources: Source[] }>`
    select o.organisation_id as id, o.slug, o.country, o.kind, o.name, o.short_name as "shortName", o.codes,
      array_agg(distinct found.source order by found.source) as sources
    from (
      select part.organisation_id, 'event' as source from agenda_event_organisation part where part.event_id = ${eventId}
      union all select c.organisation_id, 'committed' from agenda_commitment c
        where c.event_id = ${eventId} and c.withdrawn_at is null
      union all select known.id, 'registered' from unnest(${ids}::uuid[]) as known (id)
    ) as found
    join directory_organisation o on o.organisation_id = found.organisation_id
    where not exists (select 1 from partners_session_participant p
      where p.session_id = ${sessionId} and p.organisation_id = o.organisation_id)
    group by o.organisation_id order by o.country, o.slug
  `.execute(context.database)
  return {
    candidates: rows.map(({ sources: from, ...organisation }) => ({
      organisation,
      sources: from,
      person: people.find(({ organisationId }) => organisationId === organisation.id) ?? null,
    })),
    unknown: [
      ...new Set(
        people.flatMap(({ organisationId, organisation }) =>
          organisationId === null && organisation !== '' ? [organisation] : [],
        ),
      ),
    ],
  }
}

const mostRegistered = 500

async function listRegistered(
  { database }: Context,
  eventId: string,
  networkId: string,
): Promise<Registered[]> {
  const { rows } = await sql<Registered>`
    select r.name, r.organisation, r.country, r.address, r.language, (
      select held.organisation_id from people_role role
      join people_role_organisation held on held.role_id = role.role_id
      where role.person_id = r.person_id and role.network_id = ${networkId} order by held.organisation_id limit 1) as "organisationId"
    from agenda_registration r
    where r.event_id = ${eventId} and r.state in ('placed', 'waiting')
    order by r.queued_at, r.registration_id limit ${mostRegistered}
  `.execute(database)
  return rows
}

/** By the typed name and country: the one organisation of that name. */
async function listNamed(
  { database }: Context,
  registered: readonly Registered[],
): Promise<Map<string, string>> {
  const names = registered.flatMap(({ organisation, organisationId }) =>
    organisationId === null && organisation !== '' ? [fold(organisation)] : [],
  )
  const { rows } = await sql<{ folded: string; country: string; ids: string[] }>`
    select n.folded, o.country, array_agg(distinct o.organisation_id)::text[] as ids
    from directory_name n join directory_organisation o on o.organisation_id = n.organisation_id
    where n.folded = any(${names}::text[]) and o.valid_until is null
    group by n.folded, o.country
  `.execute(database)
  return new Map(
    rows.flatMap(({ folded, country, ids: [id, ...others] }): [string, string][] =>
      id !== undefined && others.length === 0 ? [[`${country} ${folded}`, id]] : [],
    ),
  )
}

const keyOf = ({ country, organisation }: Registered) => `${country} ${fold(organisation)}`
