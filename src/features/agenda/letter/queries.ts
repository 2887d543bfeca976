import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { asAnybody } from '../../../platform/letters/letter-reader.ts'
import type { LetterGround } from '../../../platform/letters/letter-source.ts'
import { type LetterSpan, mostItems } from '../../../platform/letters/letter-span.ts'
import { type AgendaEvent, selectEvents } from '../events/row/queries.ts'
import { missionKinds } from '../missions/codes.ts'
import { selectGiven } from '../missions/state/queries.ts'

/** What a letter tells of an event beside the event itself. */
export interface Surroundings {
  /** Of its ties, for an event that says nothing of its themes. */
  tieThemes: string[]
  /** The parties of its ties. */
  partyIds: string[]
  /** What came of it. */
  account: LocalizedText
  outcome: LocalizedText
}

export interface ToldEvent extends Surroundings {
  event: AgendaEvent
}

/** The events of a network that a condition on `e` lets through, the most important ones by an order, as anybody reads them. */
export async function listToldEvents(
  ground: LetterGround,
  { condition, order }: Record<'condition' | 'order', RawBuilder<unknown>>,
): Promise<ToldEvent[]> {
  const context = asAnybody(ground.context)
  const events = await selectEvents(context, {
    condition: sql`e.network_id = ${ground.network.id} and ${condition}`,
    order,
    limit: mostItems,
  })
  const surroundings = await findSurroundings(
    context,
    events.map(({ id }) => id),
  )
  return events.flatMap((event) => {
    const around = surroundings.get(event.id)
    return around ? [{ ...around, event }] : []
  })
}

async function findSurroundings(
  { database, today }: Context,
  ids: string[],
): Promise<Map<string, Surroundings>> {
  if (ids.length === 0) return new Map()
  const debrief = (
    column: 'account' | 'outcome',
  ) => sql`coalesce((select ${sql.ref(`m.${column}`)} from agenda_mission m
    where m.event_id = e.event_id and e.kind = any(${[...missionKinds]}::text[])), '{}')`
  const { rows } = await sql<Surroundings & { id: string }>`
    select e.event_id as id, ${debrief('account')} as account, ${debrief('outcome')} as outcome,
      array(select distinct t.theme from agenda_event_cooperation link
        join registry_cooperation c on c.cooperation_id = link.cooperation_id
        join registry_theme t on t.cooperation_id = c.cooperation_id
        where link.event_id = e.event_id and c.known_on <= ${today} and t.known_on <= ${today} and not t.wished
        order by t.theme) as "tieThemes",
      array(select distinct p.organisation_id from agenda_event_cooperation link
        join registry_cooperation c on c.cooperation_id = link.cooperation_id
        join registry_party p on p.cooperation_id = c.cooperation_id
        where link.event_id = e.event_id and c.known_on <= ${today} and p.known_on <= ${today}
          and p.capacity = 'party') as "partyIds"
    from agenda_event e where e.event_id = any(${ids}::uuid[])
  `.execute(database)
  return new Map(rows.map((row) => [row.id, row]))
}

/** SQL: the event `e` was proposed by somebody else and is told of as such in this letter. */
export function selectProposed({ since }: LetterSpan, today: string): RawBuilder<boolean> {
  return sql<boolean>`(e.credit <> '{}' and e.published_at > ${since} and e.state = 'planned' and ${selectAhead(today)})`
}

/** SQL: the event `e` is not over, or an occurrence of it is still to come; one without a date is ahead. */
export function selectAhead(today: string): RawBuilder<boolean> {
  return sql<boolean>`(case when e.recurrence is null then coalesce(e.ends_on >= ${today}::date, true)
    else ${selectNext(today)} is not null end)`
}

/** SQL: the day on which the event `e` begins next, of one that comes back by its occurrences. */
export function selectNext(today: string): RawBuilder<string> {
  return sql<string>`(case when e.recurrence is null then e.starts_on else (select min(o.starts_on) from agenda_occurrence o
    where o.event_id = e.event_id and o.starts_on >= ${today}::date and coalesce(o.state, e.state) = 'planned') end)`
}

/** SQL: the event `e` was called off or moved since the letter before. */
export function selectChanged({ since }: LetterSpan): RawBuilder<boolean> {
  return sql<boolean>`(case e.state when 'cancelled' then coalesce(e.cancelled_at > ${since}, false)
    else coalesce(e.moved_at > ${since}, false) end)`
}

/** SQL: the event `e` became known since the letter before. */
export function selectNew({ isFirst, since, from }: LetterSpan): RawBuilder<boolean> {
  return isFirst
    ? sql<boolean>`false`
    : sql<boolean>`(e.known_on > ${from}::date or (e.known_on = ${from}::date and e.created_at > ${since}))`
}

/** Seats of a mission that others may still ask for. */
export interface SeatsTold {
  eventId: string
  left: number
  /** ISO day. */
  until: string
  /** Where one joins, as it is said and by its name; both empty for the whole journey. */
  place: LocalizedText | null
  name: LocalizedName | null
  shortName: LocalizedName | null
}

/** The open seats of some missions, by their ids, in the order of their sheets. */
export async function findOpenSeats(
  ground: LetterGround,
  ids: readonly string[],
): Promise<Map<string, SeatsTold[]>> {
  const { database, today } = ground.context
  if (ids.length === 0) return new Map()
  const { rows } = await sql<SeatsTold>`
    select offer.event_id as "eventId", offer.count - ${selectGiven()} as left, offer.until, stop.place,
      town.name, town.short_name as "shortName"
    from agenda_mission_seats offer
    left join agenda_mission_stop stop on stop.stop_id = offer.stop_id
    left join directory_organisation town on town.organisation_id = stop.place_id
    where offer.event_id = any(${[...ids]}::uuid[]) and offer.until >= ${today}::date
      and offer.count > ${selectGiven()}
    order by offer.event_id, offer.position
  `.execute(database)
  return Map.groupBy(rows, ({ eventId }) => eventId)
}
