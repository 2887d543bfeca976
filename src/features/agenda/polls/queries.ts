import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { whereVisible } from '../events/summary.queries.ts'
import { isKnownPeriod } from '../holidays/holiday.ts'
import { type Assessment, assessPlannedDate, daysOn } from '../planning/planned-date.ts'
import { listSides } from '../planning/queries.ts'
import { type Poll, type PollOption, plannedTimeOf } from './poll.ts'

/** The polls of a network, the newest first. */
export async function listPolls(
  context: Context,
  networkId: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Poll[]> {
  return select(
    context,
    sql`p.network_id = ${networkId}`,
    sql`order by p.made_at desc, p.poll_id desc limit ${limit} offset ${offset}`,
  )
}

/** How many polls a network has. */
export async function countPolls({ database }: Context, networkId: string): Promise<number> {
  const { count } = await database
    .selectFrom('agenda_poll')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow()
  return count
}

/** The polls of which an event is the subject or the outcome, the newest first. */
export async function listPollsOf(context: Context, eventId: string): Promise<Poll[]> {
  return select(context, sql`p.event_id = ${eventId}`, sql`order by p.made_at desc, p.poll_id desc`)
}

/** The polls of every network that are not closed yet, whatever their deadline. */
export async function listUnclosedPolls(context: Context): Promise<Poll[]> {
  return select(
    context,
    sql`p.closed_at is null and p.withdrawn_at is null and p.taken_option_id is null`,
    sql`order by p.poll_id`,
  )
}

/** A poll of a network, or 404. */
export async function findPoll(context: Context, networkId: string, id: string): Promise<Poll> {
  const [poll] = isId(id) ? await select(context, sql`p.network_id = ${networkId} and p.poll_id = ${id}`) : []
  return poll ?? notFound(id)
}

interface Row extends Omit<Poll, 'options' | 'taken'> {
  takenId: string | null
  takenAt: Date | null
}

async function select(
  context: Context,
  condition: RawBuilder<unknown>,
  slice: RawBuilder<unknown> = sql``,
): Promise<Poll[]> {
  const { rows } = await sql<Row>`
    select p.poll_id as id, p.network_id as "networkId", p.title, p.about, p.deadline, p.asked_on as "askedOn", p.reminded_at as "remindedAt", p.zone, p.voters as electorate,
      case when e.event_id is not null
        then json_build_object('id', e.event_id, 'slug', e.slug, 'title', e.title, 'state', e.state,
          'isSeen', ${whereVisible(context.actor)}) end as event,
      p.made_by as "madeBy", nullif(maker.name, '') as "madeByName", p.made_at as "madeAt", p.updated_at as "updatedAt", p.closed_at as "closedAt",
      p.withdrawn_at as "withdrawnAt", p.taken_option_id as "takenId", p.taken_at as "takenAt"
    from agenda_poll p
    left join agenda_event e on e.event_id = p.event_id
    left join people_person maker on maker.id = p.made_by
    where ${condition} ${slice}
  `.execute(context.database)
  const options = await listOptions(
    context,
    rows.map(({ id }) => id),
  )
  return rows.map(({ takenId, takenAt, ...row }) => ({
    ...row,
    taken: takenId === null || takenAt === null ? null : { optionId: takenId, at: takenAt },
    options: options.get(row.id) ?? [],
  }))
}

async function listOptions(
  { database }: Context,
  pollIds: readonly string[],
): Promise<Map<string, PollOption[]>> {
  const { rows } = await sql<PollOption & { pollId: string }>`
    select o.poll_id as "pollId", o.option_id as id, o.starts_at as "startsAt", o.ends_at as "endsAt", o.zone,
      o.first_day as "firstDay", o.last_day as "lastDay"
    from agenda_poll_option o where o.poll_id = any(${[...pollIds]}::uuid[]) order by o.position
  `.execute(database)
  const byPoll = Map.groupBy(rows, ({ pollId }) => pollId)
  return new Map([...byPoll].map(([id, found]) => [id, found.map(({ pollId: _, ...option }) => option)]))
}

/** What the calendars of a network’s countries say of dates, as known on the context’s day, by the date’s id. */
export async function listAssessments(
  context: Context,
  network: Pick<Network, 'id' | 'countries'>,
  options: readonly PollOption[],
): Promise<Map<string, Assessment>> {
  const planned = options.map((option) => ({ id: option.id, time: plannedTimeOf(option) }))
  const days = planned.flatMap(({ time }) => daysOn(time, 'UTC')).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined || !isKnownPeriod(from, to)) return new Map()
  const sides = await listSides(context, {
    countries: network.countries,
    from,
    to,
    knownOn: context.today,
    networkId: network.id,
  })
  return new Map(planned.map(({ id, time }) => [id, assessPlannedDate(time, sides)]))
}
