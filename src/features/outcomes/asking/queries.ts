import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { onlookers } from '../../agenda/events/index.ts'
import { missionKinds } from '../../agenda/index.ts'
import { selectHeld } from '../../networks/index.ts'
import { askedAfterDays, askedWithinMonths, remindedAfterDays } from '../codes.ts'
import { selectExchange, selectLastDay } from '../outcomes.queries.ts'
import { outcomeLinks } from './links.ts'

/** An exchange about which an organisation is asked. */
export interface AskedExchange {
  eventId: string
  title: LocalizedText
  /** EDTF; null if its date is unknown. */
  happens: string | null
  words: LocalizedText
  organisationId: string
  organisation: LocalizedName
  country: string
}

export interface DueQuestion extends AskedExchange {
  /** Whether a member who speaks for the organisation has an account. */
  hasAccount: boolean
  /** Whether it is known already that nobody can be asked. */
  isKnown: boolean
}

/** Whom to ask about which exchanges of a network on the context’s day, and was not asked yet, the oldest first. */
export async function listDue(context: Context, networkId: string): Promise<DueQuestion[]> {
  const { clock, database, today } = context
  const now = clock.now().toString()
  const { rows } = await sql<DueQuestion>`
    select ${selectAsked()}, q.question_id is not null as "isKnown",
      exists (select from people_role r join people_role_organisation ro on ro.role_id = r.role_id
        join people_person person on person.id = r.person_id and person.erased_at is null
        where r.network_id = e.network_id and r.role = 'member' and ro.organisation_id = holder.organisation_id
          and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})) as "hasAccount"
    from ${selectHolders(today)}
    left join outcomes_question q on q.event_id = e.event_id and q.organisation_id = holder.organisation_id
    where e.network_id = ${networkId} and q.asked_on is null and e.published_at is not null
      and ${selectLastDay()} <= ${today}::date - ${askedAfterDays}::int
      and (e.state = 'planned' or ${selectLastDay()} >= ${today}::date - make_interval(months => ${askedWithinMonths}))
      and ${isOpen()}
    order by ${selectLastDay()}, e.event_id, o.country, o.slug
  `.execute(database)
  return rows
}

/** The questions by mail of a network that are asked a second and last time on the context’s day. */
export async function listToRemind(
  { clock, database, today }: Context,
  networkId: string,
): Promise<(AskedExchange & OpenMail)[]> {
  const { rows } = await sql<AskedExchange & OpenMail>`
    select ${selectAsked()}, q.question_id as "questionId", q.address, q.language, q.link_ends_at as "endsAt"
    from ${selectHolders(today)}
    join outcomes_question q on q.event_id = e.event_id and q.organisation_id = holder.organisation_id
    where e.network_id = ${networkId} and q.address is not null and q.reminded_on is null
      and q.asked_on <= ${today}::date - ${remindedAfterDays}::int and q.link_ends_at > ${clock.now().toString()}
      and ${isOpen()}
    order by q.asked_on, q.question_id
  `.execute(database)
  return rows
}

export interface OpenMail {
  questionId: string
  address: string
  language: string
  endsAt: Date
}

/** What a link in a mail leads to. */
export interface LinkedQuestion {
  id: string
  eventId: string
  organisationId: string
  /** Null once it was erased. */
  address: string | null
  endsAt: Date
  /** Whether the organisation still holds the exchange, and has not left the group. */
  mayAnswer: boolean
}

/** The question that a link of a network leads to; null for one that was never sent, or was ended. */
export async function lookUpQuestion(
  { database, today }: Context,
  networkId: string,
  token: string,
): Promise<LinkedQuestion | null> {
  const link = await outcomeLinks.lookUp({ database }, token)
  if (link === null) return null
  const { rows } = await sql<LinkedQuestion>`
    select q.question_id as id, q.event_id as "eventId", q.organisation_id as "organisationId", q.address,
      q.link_ends_at as "endsAt", exists (select from ${selectHolders(today)}
        where e.event_id = q.event_id and holder.organisation_id = q.organisation_id) as "mayAnswer"
    from outcomes_question q where q.question_id = ${link.question_id} and q.network_id = ${networkId}
  `.execute(database)
  return rows[0] ?? null
}

/** Of some organisations those that may say what came of an event on the context’s day: its holders that have not left the group. */
export async function listHolders({ database, today }: Context, eventId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select holder.organisation_id as id from ${selectHolders(today)} where e.event_id = ${eventId}
    order by holder.position
  `.execute(database)
  return rows.map(({ id }) => id)
}

/** SQL: the exchanges `e` known on a day with each organisation `o` that answers for one as its `holder`. */
export function selectHolders(today: string | RawBuilder<string>): RawBuilder<unknown> {
  const membership = sql`networks_membership m where m.network_id = e.network_id and m.organisation_id = holder.organisation_id`
  return sql`agenda_event e
    join agenda_event_organisation holder on holder.event_id = e.event_id and holder.role <> all(${[...onlookers]}::text[])
      and ${selectExchange(today)}
      and (not exists (select from ${membership}) or exists (select from ${membership} and ${selectHeld(today)}))
    join directory_organisation o on o.organisation_id = holder.organisation_id`
}

/** SQL: nobody said yet for the `holder` what came of the exchange `e`. A debrief that people wrote of a mission says it for all. */
export function isOpen(): RawBuilder<boolean> {
  return sql<boolean>`(not exists (select from outcomes_answer own
      where own.event_id = e.event_id and own.organisation_id = holder.organisation_id)
    and not (e.kind = any(${[...missionKinds]}::text[])
      and exists (select from agenda_mission m where m.event_id = e.event_id and m.debriefed_at is not null)
      and not exists (select from outcomes_answer other where other.event_id = e.event_id)))`
}

function selectAsked(): RawBuilder<unknown> {
  return sql`e.event_id as "eventId", e.title, e.happens, e.words, holder.organisation_id as "organisationId",
    o.name as organisation, o.country`
}
