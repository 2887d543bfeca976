import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { asAnybody } from '../../../platform/letters/letter-reader.ts'
import type { LeftOut, LetterContext } from '../../../platform/letters/letter-source.ts'
import { mostItems } from '../../../platform/letters/letter-span.ts'
import { type AgendaEvent, selectEvents, selectPublic } from '../events/summary.queries.ts'
import { missionKinds } from '../missions/codes.ts'

/** What a letter says of an event beside the event itself. */
export interface Surroundings {
  /** Of its ties, for an event without themes. */
  tieThemes: string[]
  /** The parties of its ties. */
  partyIds: string[]
  /** The results, from its debrief. */
  account: LocalizedText
  outcome: LocalizedText
}

export interface ToldEvent extends Surroundings {
  event: AgendaEvent
}

/** Which events a letter lists, by a condition on `e`, and which of them are the most important. */
export type EventSelection = Record<'condition' | 'order', RawBuilder<unknown>>

/** The events of a network that a condition lets through, the most important ones by an order, as anybody reads them. */
export async function listToldEvents(
  letterContext: LetterContext,
  { condition, order }: EventSelection,
): Promise<ToldEvent[]> {
  const context = asAnybody(letterContext.context)
  const events = await selectEvents(context, {
    condition: sql`e.network_id = ${letterContext.network.id} and ${condition}`,
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

/** How many there are of them in all. */
export async function countToldEvents(
  letterContext: LetterContext,
  { condition }: Pick<EventSelection, 'condition'>,
): Promise<number> {
  const { database, today } = letterContext.context
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from agenda_event e
    where e.network_id = ${letterContext.network.id} and e.known_on <= ${today} and ${selectPublic()} and ${condition}
  `.execute(database)
  return onlyRow(rows).count
}

/** The number of events beyond those listed, and where they are found; empty if none. */
export async function countMore(
  letterContext: LetterContext,
  told: readonly unknown[],
  { path, ...selection }: EventSelection & { path: string },
): Promise<LeftOut[]> {
  if (told.length < mostItems) return []
  const count = (await countToldEvents(letterContext, selection)) - told.length
  return count > 0 ? [{ kind: 'more', count, path }] : []
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
