import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { whereVisible } from '../agenda/events/index.ts'
import { type ActorKind, missionKinds } from '../agenda/index.ts'
import { type HeldState, type OutcomeResult, undatedMonths } from './codes.ts'

/** What an organisation says of an exchange. */
export interface OutcomeAnswer {
  organisationId: string
  held: HeldState
  /** EDTF; null unless it was moved. */
  movedTo: string | null
  actors: { kind: ActorKind; count: number | null }[]
  results: OutcomeResult[]
  sentence: LocalizedText
  /** What it would take up from what it saw there. */
  takesUp: LocalizedText
  /** '' for none. */
  url: string
  /** What its side spent; the currency by ISO 4217. */
  money: { amount: number; currency: string; year: number } | null
  /** In which function it was said; '' for none. */
  saidAs: string
  /** ISO day. */
  knownOn: string
  /** EDTF of the event when it was given. */
  happens: string | null
}

/** An exchange with what its holders were asked and what they said, as known on a day. All days are ISO days. */
export interface EventOutcome {
  eventId: string
  asked: {
    organisationId: string
    /** Null: nobody could be asked. */
    askedOn: string | null
    /** Null: they were not reminded by mail. */
    remindedOn: string | null
    answeredOn: string | null
  }[]
  /** The newest of each organisation. */
  answers: OutcomeAnswer[]
}

/**
 * The exchanges of a network that the reader may see and whose last possible day (of one without a date, a year after it became known)
 * is in a period (ISO days, both included), as known on the context’s day, the oldest first.
 */
export async function listOutcomes(
  context: Context,
  networkId: string,
  { from, to }: { from: string; to: string },
): Promise<EventOutcome[]> {
  return select(
    context,
    sql`e.network_id = ${networkId} and ${selectLastDay()} between ${from}::date and ${to}::date and ${selectExchange(context.today)}`,
  )
}

/** The same of one event, whether it is an exchange that is asked about or not; null if the reader may not see it. */
export async function lookUpOutcome(context: Context, eventId: string): Promise<EventOutcome | null> {
  const [found] = await select(context, sql`e.event_id = ${eventId}`)
  return found ?? null
}

/** SQL: the last possible day of the event `e`; of one without a date, the day on which it should have been heard of. */
export function selectLastDay(): RawBuilder<string> {
  return sql<string>`coalesce(e.ends_on, (e.known_on + make_interval(months => ${undatedMonths}))::date)`
}

/** SQL: the event `e` is an exchange whose holders are asked what came of it: of a tie known on a day, or a mission with a sheet. */
export function selectExchange(today: string | RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`(e.state <> 'cancelled' and e.recurrence is null and e.known_on <= ${today}::date and (
    exists (select from agenda_event_cooperation link join registry_cooperation c on c.cooperation_id = link.cooperation_id
      where link.event_id = e.event_id and c.known_on <= ${today}::date)
    or (e.kind = any(${[...missionKinds]}::text[]) and exists (select from agenda_mission m where m.event_id = e.event_id))))`
}

async function select(
  { actor, database, today }: Context,
  condition: RawBuilder<unknown>,
): Promise<EventOutcome[]> {
  const day = sql`${today}::date`
  const { rows } = await sql<EventOutcome>`
    select e.event_id as "eventId",
      coalesce((select json_agg(json_build_object('organisationId', q.organisation_id,
          'askedOn', case when q.asked_on <= ${day} then q.asked_on end,
          'remindedOn', case when q.reminded_on <= ${day} then q.reminded_on end,
          'answeredOn', (select min(a.known_on) from outcomes_answer a where a.event_id = q.event_id
            and a.organisation_id = q.organisation_id and a.known_on <= ${day})) order by o.country, o.slug)
        from outcomes_question q join directory_organisation o on o.organisation_id = q.organisation_id
        where q.event_id = e.event_id and q.due_on <= ${day}), '[]') as asked,
      coalesce((select json_agg(json_build_object('organisationId', a.organisation_id, 'held', a.held, 'movedTo', a.moved_to,
          'actors', a.actors, 'results', a.results, 'sentence', a.sentence,
          'takesUp', a.takes_up, 'url', a.url,
          'money', case when a.amount is not null
            then json_build_object('amount', a.amount::float8, 'currency', a.currency, 'year', a.year) end,
          'saidAs', a.said_as, 'knownOn', a.known_on, 'happens', a.happens) order by o.country, o.slug)
        from (select distinct on (each.organisation_id) each.* from outcomes_answer each
          where each.event_id = e.event_id and each.known_on <= ${day}
          order by each.organisation_id, each.known_on desc, each.said_at desc, each.answer_id desc) a
        join directory_organisation o on o.organisation_id = a.organisation_id), '[]') as answers
    from agenda_event e
    where e.known_on <= ${day} and ${whereVisible(actor)} and ${condition}
    order by ${selectLastDay()}, e.event_id
  `.execute(database)
  return rows
}
