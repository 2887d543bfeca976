import { type RawBuilder, sql } from 'kysely'
import { type Actor, holds, organisationsOf, personIdOf, roles } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { onlyRow } from '../../platform/database/only-row.ts'
import { secretariat } from '../../platform/http/to-do-source.ts'
import type { LocalizedName, LocalizedText } from '../../platform/i18n/localized-text.ts'

/** A thing that waits for a person. */
export interface ToDoLine {
  kind: string
  recordId: string
  title: LocalizedText | LocalizedName
  /** What follows the group in the address of the page where it is done. */
  path: string
  /** The organisation that waits. */
  asker: LocalizedName | null
  since: string
  dueOn: string | null
  isLate: boolean
}

/** How often a person gets the list of a group by mail. */
export const frequencies = ['weekly', 'daily', 'never'] as const
export type Frequency = (typeof frequencies)[number]

/** More are not counted: the count beside the name says « 99+ ». */
export const mostCounted = 100

/** How many things wait for an actor in a group, counted up to `most`. One statement that reads an index alone. */
export async function countToDo(context: Context, networkId: string, most = mostCounted): Promise<number> {
  const keys = listKeys(context.actor, networkId)
  if (keys.length === 0) return 0
  const { rows } = await sql<{ things: number }>`
    ${hidden(context, networkId)}
    select count(distinct (kind, record_id))::int as things
    from unnest(${keys}::text[]) as key(name)
    cross join lateral (
      select line.kind, line.record_id from todo_line line where ${isOpen(context, networkId)} and line.waits_for = key.name
      order by line.due_on, line.rank, line.since, line.record_id, line.kind
      limit ${most}
    ) as open
  `.execute(context.database)
  // A thing can wait for a person in several ways, and counts once.
  const { things } = onlyRow(rows)
  return Math.min(things, most)
}

/**
 * A page of the things that wait for an actor: the late ones first, then by their day, then those on which an organisation waits. Of each
 * of the actor’s names the first lines are read in the order of the index, so that a page costs the same however many wait.
 */
export async function listToDo(
  context: Context,
  networkId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ToDoLine[]> {
  const keys = listKeys(context.actor, networkId)
  if (keys.length === 0) return []
  const { rows } = await sql<ToDoLine>`
    ${hidden(context, networkId)}
    select kind, record_id as "recordId", title, path, asker, since::text as since, due_on::text as "dueOn",
      coalesce(due_on < ${context.today}, false) as "isLate"
    from (
      select distinct on (due_on, rank, since, record_id, kind) first.*
      from unnest(${keys}::text[]) as key(name)
      cross join lateral (
        select line.* from todo_line line where ${isOpen(context, networkId)} and line.waits_for = key.name
        order by line.due_on, line.rank, line.since, line.record_id, line.kind
        limit ${offset + limit}
      ) as first
      order by due_on, rank, since, record_id, kind
    ) as things
    limit ${limit} offset ${offset}
  `.execute(context.database)
  return rows
}

/** The things that the person who acts has put off, with the day on which each comes back. */
export async function listPutOff(
  context: Context,
  networkId: string,
): Promise<(ToDoLine & { until: string })[]> {
  const { rows } = await sql<ToDoLine & { until: string }>`
    select distinct on (later.until, later.kind, later.record_id) line.kind, line.record_id as "recordId", line.title, line.path,
      line.asker, line.since::text as since, line.due_on::text as "dueOn", coalesce(line.due_on < ${context.today}, false) as "isLate",
      later.until::text as until
    from todo_later later
    join todo_line line on line.network_id = later.network_id and line.kind = later.kind and line.record_id = later.record_id
      and line.waits_for = any(${listKeys(context.actor, networkId)}::text[])
    where later.person_id = ${personIdOf(context.actor)} and later.network_id = ${networkId} and later.until > ${context.today}
      and coalesce(line.ends_on >= ${context.today}, true)
    order by later.until, later.kind, later.record_id
    limit ${mostCounted}
  `.execute(context.database)
  return rows
}

/** A person of a group who may get its list by mail. */
export interface DigestReader {
  personId: string
  /** Where they work: their morning and their holidays. */
  country: string
  frequency: Frequency
  /** The day of the last list, or that on which they came; ISO. */
  lastOn: string
}

/** The people of a group who did not switch its digest off; those who say no country are in the given one. */
export async function listDigestReaders(
  { database, clock }: Context,
  networkId: string,
  country: string,
): Promise<DigestReader[]> {
  const now = clock.now().toString()
  const { rows } = await sql<DigestReader>`
    select person.id as "personId", coalesce(person.country, ${country}) as country,
      coalesce(digest.frequency, 'weekly') as frequency,
      coalesce(digest.sent_on, min(role.starts_at)::date)::text as "lastOn"
    from people_role role
    join people_person person on person.id = role.person_id and person.erased_at is null
    left join todo_digest digest on digest.person_id = person.id and digest.network_id = role.network_id
    where role.network_id = ${networkId} and role.starts_at <= ${now} and (role.ends_at is null or role.ends_at > ${now})
      and digest.frequency is distinct from 'never'
    group by person.id, digest.frequency, digest.sent_on
    order by person.id
  `.execute(database)
  return rows
}

/** Under which names lines wait for an actor. */
export function listKeys(actor: Actor, networkId: string): string[] {
  if (actor.kind !== 'person' || !holds(actor, networkId, roles)) return []
  return [
    ...(holds(actor, networkId, ['chair', 'coordinator']) ? [secretariat] : []),
    ...organisationsOf(actor, networkId, ['member']).map((id) => `organisation:${id}`),
    `person:${actor.personId}`,
  ]
}

/** How often the person who acts gets the list of a group by mail. */
export async function findFrequency({ database, actor }: Context, networkId: string): Promise<Frequency> {
  const personId = personIdOf(actor)
  if (personId === null) return 'weekly'
  const row = await database
    .selectFrom('todo_digest')
    .select('frequency')
    .where('person_id', '=', personId)
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  return frequencies.find((each) => each === row?.frequency) ?? 'weekly'
}

function hidden({ actor, today }: Context, networkId: string): RawBuilder<unknown> {
  return sql`with hidden as materialized (
    select kind, record_id from todo_later
    where person_id = ${personIdOf(actor)} and network_id = ${networkId} and until > ${today}
  )`
}

function isOpen({ today }: Context, networkId: string): RawBuilder<boolean> {
  return sql<boolean>`line.network_id = ${networkId} and coalesce(line.shows_on <= ${today}, true)
    and coalesce(line.ends_on >= ${today}, true)
    and (line.kind, line.record_id) not in (select kind, record_id from hidden)`
}

/** Whether a title is a text with the state of each language, not a name. */
export function isText(title: LocalizedText | LocalizedName): title is LocalizedText {
  return Object.values(title).some((each) => typeof each === 'object')
}
