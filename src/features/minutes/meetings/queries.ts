import { type RawBuilder, sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { queryPlan } from '../../../platform/search/index.ts'
import { listNetworkPages } from '../../networks/index.ts'
import { mayKeepMeetings, mayReadConvened } from '../policy.ts'
import type { Meeting } from './meeting.ts'
import type { WayFigures } from './steps.ts'

/** The meetings of a network that the reader may see, as known on the context’s day, latest first. */
export async function listMeetings(context: Context, networkId: string): Promise<Meeting[]> {
  return select(context, networkId, sql`true`, sql`m.held_on desc, m.meeting_id desc`)
}

/** The meetings after a place in that list (day and id of the last one), or the first ones. */
export async function listMeetingsAfter(
  context: Context,
  networkId: string,
  after: [heldOn: string, id: string] | null,
  limit: number,
): Promise<Meeting[]> {
  const beyond = after ? sql`(m.held_on, m.meeting_id) < (${after[0]}::date, ${after[1]}::uuid)` : sql`true`
  return select(context, networkId, beyond, sql`m.held_on desc, m.meeting_id desc limit ${limit}`)
}

/** Counts the meetings of a network that the reader may see, up to `most`. */
export async function countMeetings(context: Context, networkId: string, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from minutes_meeting m where m.network_id = ${networkId} and ${isSeen(context, networkId)} limit ${most}
    ) as counted
  `.execute(context.database)
  return onlyRow(rows).count
}

/** One meeting by its slug, or 404 for readers who may not see it. */
export async function findMeeting(context: Context, networkId: string, slug: string): Promise<Meeting> {
  const [found] = await select(context, networkId, sql`m.slug = ${slug}`)
  return found ?? notFound(slug)
}

/** One meeting by its id, or 404 for readers who may not see it. */
export async function findMeetingById(
  context: Context,
  networkId: string,
  meetingId: string,
): Promise<Meeting> {
  const [found] = await select(context, networkId, sql`m.meeting_id = ${meetingId}`)
  return found ?? notFound(meetingId)
}

/** The next meeting that is neither held nor cancelled, or null. */
export async function lookUpNextMeeting(context: Context, networkId: string): Promise<Meeting | null> {
  const coming = sql`m.held_on >= ${context.today} and m.held_at is null and m.cancelled_at is null`
  const [next] = await select(context, networkId, coming, sql`m.held_on, m.meeting_id limit 1`)
  return next ?? null
}

/** A meeting of a network on an ISO day or null; with `placeId` only one at that place, or at none that is known. One day has few. */
export async function lookUpMeetingOn(
  context: Context,
  networkId: string,
  { on, placeId }: { on: string; placeId?: string | null },
): Promise<Meeting | null> {
  const there = placeId ? sql`and (m.place_id is null or m.place_id = ${placeId})` : sql``
  const [found] = await select(context, networkId, sql`m.held_on = ${on} ${there}`)
  return found ?? null
}

/** Meetings whose title, place or published text contain all words of a text, latest first. */
export async function listMeetingsWith(
  context: Context,
  networkId: string,
  text: string,
  most: number,
): Promise<Meeting[]> {
  const plan = queryPlan(text)
  if (plan.kind !== 'match') return []
  const found = sql.join(
    [sql`m.grams @> ${plan.grams}::text[]`, ...plan.likes.map((like) => sql`m.search like ${like}`)],
    sql` and `,
  )
  return select(context, networkId, found, sql`m.held_on desc, m.meeting_id desc limit ${most}`)
}

/** SQL: whether the reader may see the meeting `m`. */
export function isSeen({ actor, today }: Context, networkId: string): RawBuilder<boolean> {
  const known = sql`m.known_on <= ${today}`
  if (mayKeepMeetings(actor, networkId)) return sql<boolean>`${known}`
  if (!mayReadConvened(actor, networkId))
    return sql<boolean>`${known} and (m.announced_at is not null or m.held_at is not null)`
  const personId = personIdOf(actor)
  return sql<boolean>`${known} and (
    ${isTold()}
    or exists (select 1 from minutes_pen p where p.meeting_id = m.meeting_id and p.person_id = ${personId}::uuid)
  )`
}

/** SQL: whether members know of the meeting `m`; drafts are for coordinators. */
export function isTold(): RawBuilder<boolean> {
  return sql<boolean>`(m.announced_at is not null or m.convened_at is not null or m.held_at is not null)`
}

/** SQL: whether the outcome of the meeting `m` is public. */
export function isPublished({ today }: Context): RawBuilder<boolean> {
  return sql<boolean>`(m.final_at is not null or exists (
    select 1 from minutes_account a where a.meeting_id = m.meeting_id and a.is_minutes and a.known_on <= ${today}
  ))`
}

/** SQL: the organisation of an alias as JSON, or null. */
export const selectReference = (
  alias: string,
) => sql`case when ${sql.ref(`${alias}.organisation_id`)} is not null then
  json_build_object('id', ${sql.ref(`${alias}.organisation_id`)}, 'slug', ${sql.ref(`${alias}.slug`)},
    'country', ${sql.ref(`${alias}.country`)}, 'kind', ${sql.ref(`${alias}.kind`)}, 'name', ${sql.ref(`${alias}.name`)},
    'shortName', ${sql.ref(`${alias}.short_name`)}, 'codes', ${sql.ref(`${alias}.codes`)}) end`

async function select(
  context: Context,
  networkId: string,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`m.meeting_id`,
): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select m.meeting_id as id, m.network_id as "networkId", m.slug, m.title, m.kind, m.held_on as "heldOn",
      m.starts_at as "startsAt", m.ends_at as "endsAt", m.zone, m.place, m.chair, m.languages, m.invitation,
      m.announced_at as "announcedAt", m.convened_at as "convenedAt", m.held_at as "heldAt",
      m.cancelled_at as "cancelledAt", m.prepared_at as "preparedAt", m.amendable_at as "amendableAt",
      m.amendable_until as "amendableUntil", m.final_at as "finalAt", m.final_number as "finalNumber",
      m.final_sha256 as "finalSha256", ${isPublished(context)} as "isPublished", m.known_on as "knownOn", m.updated_at as "updatedAt",
      m.calendar_sequence as "calendarSequence",
      ${selectReference('place')} as "placeOrganisation", ${selectReference('chair')} as "chairOrganisation",
      coalesce((select json_agg(${selectReference('o')} order by c.position)
        from minutes_convener c join directory_organisation o on o.organisation_id = c.organisation_id
        where c.meeting_id = m.meeting_id), '[]') as conveners
    from minutes_meeting m
    left join directory_organisation place on place.organisation_id = m.place_id
    left join directory_organisation chair on chair.organisation_id = m.chair_id
    where m.network_id = ${networkId} and ${isSeen(context, networkId)} and ${condition}
    order by ${order}
  `.execute(context.database)
  return rows
}

/**
 * SQL: the events of the agenda that the meeting `m` is. No field says so: it is one at the same time, at no other place, with the same title;
 * or, for a meeting of the group and not of one tie, at the same hour and place.
 */
export function selectEventIds({ today }: Pick<Context, 'today'>): RawBuilder<string[]> {
  const hasSameTitle = sql`exists (select 1 from jsonb_each(e.title) said join jsonb_each(m.title) written on written.key = said.key
    where lower(written.value->>'text') = lower(said.value->>'text'))`
  const isOfTie = sql`exists (select 1 from agenda_event_cooperation link where link.event_id = e.event_id)`
  return sql<string[]>`array(select e.event_id from agenda_event e
    where e.network_id = m.network_id and e.kind = 'meeting' and e.state <> 'cancelled' and e.recurrence is null and e.known_on <= ${today}
      and coalesce(e.starts_at = m.starts_at, e.starts_on = m.held_on and e.ends_on = m.held_on)
      and coalesce(e.place_id = m.place_id, true)
      and (${hasSameTitle} or (e.starts_at = m.starts_at and e.place_id = m.place_id and not ${isOfTie}))
    order by e.event_id)`
}

/** How much there is of everything about a meeting, in one statement: for coordinators. */
export async function countWay({ database, today }: Context, meetingId: string): Promise<WayFigures> {
  const { rows } = await sql<WayFigures>`
    select
      (select count(*)::int from minutes_point where meeting_id = m.meeting_id and removed_at is null) as agenda,
      (select count(*)::int from minutes_resource where meeting_id = m.meeting_id) as resources,
      invitees.invited, invitees.replied,
      (select count(*)::int from minutes_note where meeting_id = m.meeting_id and text <> '') as notes,
      (select count(*)::int from minutes_participant where meeting_id = m.meeting_id) as attendance,
      (select count(*)::int from minutes_section where meeting_id = m.meeting_id) as text,
      (select count(*)::int from minutes_amendment where meeting_id = m.meeting_id and decided_at is null) as "openAmendments",
      (select count(*)::int from minutes_decision where meeting_id = m.meeting_id and known_on <= ${today}) as decisions,
      (select count(*)::int from minutes_action a join minutes_decision d on d.decision_id = a.decision_id
        left join lateral (
          select s.state from minutes_action_step s
          where s.action_id = a.action_id and s.known_on <= ${today} order by s.step_id desc limit 1
        ) as step on true
        where d.meeting_id = m.meeting_id and a.known_on <= ${today}
          and coalesce(step.state, 'open') in ('open', 'postponed')) as actions,
      cardinality(${selectEventIds({ today })}) as events
    from minutes_meeting m
    cross join lateral (
      select count(*)::int as invited, count(answered_at)::int as replied from minutes_invitee where meeting_id = m.meeting_id
    ) as invitees
    where m.meeting_id = ${meetingId}
  `.execute(database)
  return onlyRow(rows)
}

/** Who said what about a meeting and its minutes, and when: for coordinators. */
export async function listMeetingSteps(
  { database }: Context,
  meetingId: string,
): Promise<{ step: MeetingStep; at: Date; name: string | null }[]> {
  const { rows } = await sql<{ step: MeetingStep; at: Date; name: string | null }>`
    select s.step, s.at, nullif(p.name, '') as name
    from minutes_meeting m
    cross join lateral (values
      ('announced', m.announced_at, m.announced_by), ('convened', m.convened_at, m.convened_by),
      ('held', m.held_at, m.held_by), ('cancelled', m.cancelled_at, m.cancelled_by),
      ('prepared', m.prepared_at, m.prepared_by), ('amendable', m.amendable_at, m.amendable_by),
      ('final', m.final_at, m.final_by)
    ) as s (step, at, person_id)
    left join people_person p on p.id = s.person_id
    where m.meeting_id = ${meetingId} and s.at is not null
    order by s.at
  `.execute(database)
  return rows
}

export type MeetingStep = 'announced' | 'convened' | 'held' | 'cancelled' | 'prepared' | 'amendable' | 'final'

/** The slugs of all meetings of a network, without asking who may see them. */
export async function listSlugs({ database }: Context, networkId: string): Promise<Set<string>> {
  const rows = await database
    .selectFrom('minutes_meeting')
    .select('slug')
    .where('network_id', '=', networkId)
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}

/** The texts by which search finds a meeting. */
export async function listFoundTexts({ database }: Context, meetingId: string): Promise<LocalizedText[]> {
  const { rows } = await sql<{ text: LocalizedText }>`
    select title as text from minutes_meeting where meeting_id = ${meetingId}
    union all select place from minutes_meeting where meeting_id = ${meetingId}
    union all select p.title from minutes_point p where p.meeting_id = ${meetingId} and p.removed_at is null
    union all select s.text from minutes_section s join minutes_meeting m on m.meeting_id = s.meeting_id
      where m.meeting_id = ${meetingId} and m.final_at is not null
  `.execute(database)
  return rows.map(({ text }) => text)
}

/** The public pages of meetings of every network. */
export const listMeetingPages = listNetworkPages(
  ['/meetings'],
  sql`select m.slug, '/meetings/' || m.slug, m.updated_at from minutes_meeting m
    where m.network_id = n.network_id and m.known_on <= n.day and (m.announced_at is not null or m.held_at is not null)`,
)
