import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { Recipient } from '../../../../platform/mail/notify.ts'

export type RequestState = 'asked' | 'accepted' | 'refused' | 'withdrawn'

/** The request of an authority, and its outcome. */
export interface SeatRequest {
  id: string
  eventId: string
  seatsId: string
  organisation: { id: string; slug: string; country: string; name: LocalizedName; shortName: LocalizedName }
  count: number
  words: string
  language: string
  askedAt: Date
  /** Its author; null once their account is gone. */
  askedBy: string | null
  state: RequestState
  decidedAt: Date | null
  answer: string
  answerLanguage: string
  withdrawnAt: Date | null
}

/** The requests for seats on a mission, the earliest first. */
export async function listRequests(context: Context, eventId: string): Promise<SeatRequest[]> {
  return select(context, sql`r.event_id = ${eventId}`)
}

/** One request of a mission; null for none. */
export async function lookUpRequest(
  context: Context,
  eventId: string,
  requestId: string,
): Promise<SeatRequest | null> {
  if (!isId(requestId)) return null
  const [request] = await select(context, sql`r.event_id = ${eventId} and r.request_id = ${requestId}`)
  return request ?? null
}

async function select(context: Context, condition: ReturnType<typeof sql>): Promise<SeatRequest[]> {
  const { rows } = await sql<SeatRequest>`
    select r.request_id as id, r.event_id as "eventId", r.seats_id as "seatsId",
      json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'name', o.name,
        'shortName', o.short_name) as organisation,
      r.count, r.words, r.language, r.asked_at as "askedAt", r.asked_by as "askedBy",
      case when r.withdrawn_at is not null then 'withdrawn' else coalesce(r.decision, 'asked') end as state,
      r.decided_at as "decidedAt", r.answer, r.answer_language as "answerLanguage", r.withdrawn_at as "withdrawnAt"
    from agenda_seat_request r join directory_organisation o on o.organisation_id = r.organisation_id
    where ${condition}
    order by r.asked_at, r.request_id
  `.execute(context.database)
  return rows
}

/** How many seats of an offer are given away. */
export async function countGiven({ database }: Context, seatsId: string): Promise<number> {
  const row = await database
    .selectFrom('agenda_seat_request')
    .select(({ fn }) => fn.sum<string | number | null>('count').as('given'))
    .where('seats_id', '=', seatsId)
    .where('decision', '=', 'accepted')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return Number(row?.given ?? 0)
}

/** The members who speak for some authorities, by the real clock; the coordinators of the network if there are none. */
export async function listRecipients(
  context: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<Recipient[]> {
  const all = await listConcerned(context, networkId, organisationIds)
  const speakers = all.filter(({ speaks }) => speaks)
  return speakers.length > 0 ? speakers : all
}

/** The members who speak for some authorities, and the coordinators of the network, by the real clock. */
export async function listConcerned(
  { database, clock }: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<(Recipient & { speaks: boolean })[]> {
  const now = clock.now().toString()
  const { rows } = await sql<Recipient & { speaks: boolean }>`
    select person.email as address, person.name, person.language, bool_or(role.role = 'member') as speaks
    from people_role role join people_person person on person.id = role.person_id
    where role.network_id = ${networkId} and role.starts_at <= ${now} and (role.ends_at is null or role.ends_at > ${now})
      and (role.role = 'coordinator' or (role.role = 'member' and exists (
        select 1 from people_role_organisation o
        where o.role_id = role.role_id and o.organisation_id = any(${[...organisationIds]}::uuid[]))))
    group by person.id, person.email, person.name, person.language
    order by person.id
  `.execute(database)
  return rows
}
