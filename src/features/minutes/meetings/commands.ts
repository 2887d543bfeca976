import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import { instantOf } from '../../../platform/dates/index.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { freeSlug, slugOf } from '../../../platform/input/slug.ts'
import { authorize, notFound, Refusal } from '../../../platform/refusal.ts'
import { recordSearch } from '../../../platform/search/index.ts'
import { reindexTexts } from '../../translations/index.ts'
import { writeAccounts } from '../accounts/commands.ts'
import { writePoints } from '../agenda/commands.ts'
import { writeParticipants } from '../attendance/commands.ts'
import { writeDecisions } from '../decisions/commands.ts'
import { listMisplacedDecisions } from '../decisions/queries.ts'
import { minutesTexts } from '../minutes-texts.commands.ts'
import { reservedSlugs } from '../paths.ts'
import { mayKeepMeetings } from '../policy.ts'
import { writeResources } from '../resources/commands.ts'
import { writeSections } from '../sections/commands.ts'
import { endDay, type Meeting } from './meeting.ts'
import type { MeetingFacts, NewMeeting } from './new-meeting.ts'
import { findMeetingById, listFoundTexts, listSlugs } from './queries.ts'

export interface AddedMeeting {
  meetingId: string
  slug: string
  /** The ids in the given order, for evidence of the kinds `decision`, `participant` and `resource`. */
  decisionIds: string[]
  participantIds: string[]
  resourceIds: string[]
}

/**
 * Adds a meeting with everything given, in one transaction or in the caller’s: agenda, attendance, the text of its minutes (prepared, not
 * final), decisions with their actions, accounts and resources. `isHeld` makes it public at once.
 */
export async function addMeeting(
  context: Context,
  networkId: string,
  meeting: NewMeeting,
): Promise<AddedMeeting> {
  authorize(mayKeepMeetings(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const meetingId = newId()
    const now = inside.clock.now().toString()
    const slug = await slugFor(inside, networkId, meeting)
    const facts = columnsOf({ ...noFacts, ...meeting })
    const by = personIdOf(inside.actor)
    await inside.database
      .insertInto('minutes_meeting')
      .values({
        meeting_id: meetingId,
        network_id: networkId,
        slug,
        ...facts,
        ...(meeting.isHeld ? { held_at: now, held_by: by } : {}),
        ...(meeting.sections && meeting.sections.length > 0 ? { prepared_at: now, prepared_by: by } : {}),
        known_on: meeting.knownOn,
        search: '',
        grams: [],
        created_at: now,
        updated_at: now,
      })
      .execute()
    await writeConveners(inside, meetingId, meeting.convenerIds ?? [])
    await writePoints(inside, meetingId, meeting.points ?? [])
    const participantIds = await writeParticipants(inside, meetingId, meeting.participants ?? [])
    await writeSections(inside, meetingId, meeting.sections ?? [])
    await writeAccounts(inside, meetingId, meeting.accounts ?? [])
    const resourceIds = await writeResources(inside, meetingId, meeting.resources ?? [])
    const decisionIds = await writeDecisions(inside, networkId, meetingId, meeting.decisions ?? [])
    await noteChange(inside, { networkId, meetingId, verb: 'added' })
    return { meetingId, slug, decisionIds, participantIds, resourceIds }
  })
}

/** Changes the facts of a meeting. Refuses if it was changed after `seenAt` (an instant). */
export async function changeMeeting(
  context: Context,
  networkId: string,
  meetingId: string,
  { facts, seenAt }: { facts: MeetingFacts; seenAt: string },
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    await lockMeeting(inside, meetingId)
    const { numUpdatedRows } = await inside.database
      .updateTable('minutes_meeting')
      .set({ ...columnsOf(facts), calendar_sequence: nextSequence(columnsOf(facts)) })
      .where('meeting_id', '=', meetingId)
      .where('network_id', '=', networkId)
      // Browsers and JSON only know milliseconds.
      .where(sql<boolean>`date_trunc('milliseconds', updated_at) = ${seenAt}::timestamptz`)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('changedMeanwhile')
    await writeConveners(inside, meetingId, facts.convenerIds)
    await noteChange(inside, { networkId, meetingId, verb: 'changed' })
  })
}

const noFacts: Omit<MeetingFacts, 'title' | 'heldOn' | 'zone'> = {
  kind: 'group',
  start: null,
  end: null,
  place: {},
  placeId: null,
  chair: {},
  chairId: null,
  convenerIds: [],
  languages: [],
  invitation: {},
}

function columnsOf(facts: MeetingFacts) {
  const { heldOn, start, end, zone } = facts
  return {
    title: JSON.stringify(facts.title),
    kind: facts.kind,
    held_on: heldOn,
    starts_at: start === null ? null : instantOf(heldOn, start, zone).toString(),
    ends_at: start === null || end === null ? null : instantOf(endDay(facts), end, zone).toString(),
    zone,
    place: JSON.stringify(facts.place),
    place_id: facts.placeId,
    chair: JSON.stringify(facts.chair),
    chair_id: facts.chairId,
    languages: facts.languages,
    invitation: JSON.stringify(facts.invitation),
  }
}

// Calendars show hours and place; other changes make no new version of the event.
function nextSequence({ held_on, starts_at, ends_at, zone, place, place_id }: ReturnType<typeof columnsOf>) {
  return sql<number>`calendar_sequence + case
    when (held_on, starts_at, ends_at, zone, place, place_id) is distinct from
      (${held_on}::date, ${starts_at}::timestamptz, ${ends_at}::timestamptz, ${zone}::text, ${place}::jsonb, ${place_id}::uuid)
    then 1 else 0 end`
}

async function slugFor(context: Context, networkId: string, meeting: NewMeeting): Promise<string> {
  await takeTurn(context, `minutes_meeting ${networkId}`)
  const taken = new Set([...(await listSlugs(context, networkId)), ...reservedSlugs])
  const title = meeting.title.fr?.text ?? chooseText(meeting.title, 'en')?.text ?? ''
  return freeSlug(meeting.slug ?? `${slugOf(title, 'meeting').slice(0, 40)}-${meeting.heldOn}`, taken)
}

async function writeConveners(
  { database }: Context,
  meetingId: string,
  ids: readonly string[],
): Promise<void> {
  await database.deleteFrom('minutes_convener').where('meeting_id', '=', meetingId).execute()
  const unique = [...new Set(ids)]
  if (unique.length === 0) return
  await database
    .insertInto('minutes_convener')
    .values(unique.map((organisation_id, position) => ({ meeting_id: meetingId, organisation_id, position })))
    .execute()
}

export interface Change {
  networkId: string
  meetingId: string
  verb: string
  detail?: Record<string, unknown>
}

/**
 * Follows every change of a meeting: updates its instant of change, its search words and its texts, and records the activity. Runs in the
 * caller’s transaction.
 */
export async function noteChange(
  context: Context,
  { networkId, meetingId, ...change }: Change,
): Promise<void> {
  const { database, clock } = context
  const texts = await listFoundTexts(context, meetingId)
  await database
    .updateTable('minutes_meeting')
    .set({ ...recordSearch(texts), updated_at: clock.now().toString() })
    .where('meeting_id', '=', meetingId)
    .execute()
  const decisionIds = await listMisplacedDecisions(context, meetingId)
  await reindexTexts(context, minutesTexts, networkId, [
    { kind: 'meeting', id: meetingId },
    ...decisionIds.map((id) => ({ kind: 'decision', id })),
  ])
  await recordActivity(context, { networkId, subjectKind: 'meeting', subjectId: meetingId, ...change })
}

/** Locks a meeting against other changes until the transaction ends. */
export async function lockMeeting({ database }: Context, meetingId: string): Promise<void> {
  await sql`select 1 from minutes_meeting where meeting_id = ${meetingId} for update`.execute(database)
}

/** Locks a meeting, and returns it as it is then: a page loaded it before, and a colleague may have changed it since. */
export async function lockedMeeting(
  context: Context,
  { id, networkId }: Pick<Meeting, 'id' | 'networkId'>,
): Promise<Meeting> {
  await lockMeeting(context, id)
  return findMeetingById(context, networkId, id)
}

/** Locks a meeting whose minutes are not final; refuses one whose minutes are. */
export async function lockUnfinished(context: Context, meetingId: string): Promise<void> {
  const { rows } = await sql<{ isFinal: boolean }>`
    select final_at is not null as "isFinal" from minutes_meeting where meeting_id = ${meetingId} for update
  `.execute(context.database)
  const [meeting] = rows
  if (!meeting) notFound(meetingId)
  if (meeting.isFinal) throw new Refusal('tooLate', 'The minutes are final')
}

/** What coordinators say of a meeting: that the public may know of it, that it took place, that it is cancelled. */
export const saidStates = ['announced', 'held', 'cancelled'] as const
export type SaidState = (typeof saidStates)[number]

/** Sets a state of a meeting, or takes it back. */
export async function sayState(
  context: Context,
  networkId: string,
  meetingId: string,
  { state, isSo }: { state: SaidState; isSo: boolean },
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const at = isSo ? inside.clock.now().toString() : null
    const by = isSo ? personIdOf(inside.actor) : null
    const columns = {
      announced: { announced_at: at, announced_by: by },
      held: { held_at: at, held_by: by },
      cancelled: {
        cancelled_at: at,
        cancelled_by: by,
        calendar_sequence: sql<number>`calendar_sequence + 1`,
      },
    }[state]
    const own = inside.database
      .updateTable('minutes_meeting')
      .set(columns)
      .where('meeting_id', '=', meetingId)
      .where('network_id', '=', networkId)
    // A meeting cannot have taken place before its day.
    const { numUpdatedRows } = await (state === 'held' && isSo
      ? own.where('held_on', '<=', inside.today)
      : own
    ).executeTakeFirst()
    if (numUpdatedRows !== 1n) notFound(meetingId)
    await noteChange(inside, { networkId, meetingId, verb: isSo ? state : `not-${state}` })
  })
}
