import { sql } from 'kysely'
import { recordActivity } from '../../platform/activity/activity.ts'
import { dayOf, readOnce } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { readEdtf } from '../../platform/dates/index.ts'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { authorize, notFound, Refusal } from '../../platform/refusal.ts'
import { mayAddNetworks, mayKeepMembers, mayRecordChair } from './policy.ts'

export interface NewMembership {
  organisationId: string
  role: string
  /** The public function and name of the person in the role, if public minutes name them. */
  person?: LocalizedText
  /** The organisation whose role it is, if that is not the group itself: the mirror group’s chair. */
  ofId?: string | null
  /** EDTF dates from which and until which the role is held. */
  from?: string | null
  until?: string | null
  /** The dates as said, if they are vague. */
  fromWords?: LocalizedText
  untilWords?: LocalizedText
  endKnownOn?: string | null
  /** After all others of the role by default. */
  position?: number
  knownOn: string
}

/**
 * Gives an organisation a role in a group; returns the membership’s id. The chair passes by `recordChair`: earlier chairs, from before the
 * group came here, are written by its operator.
 */
export async function recordMembership(
  context: Context,
  networkId: string,
  membership: NewMembership,
): Promise<string> {
  const { organisationId, role, ofId = null, from = null, until = null, position } = membership
  const isChair = role === 'chair' && ofId === null
  authorize(isChair ? mayAddNetworks(context.actor) : mayKeepMembers(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    await moveMembers(inside, networkId)
    const membershipId = newId()
    const now = inside.clock.now().toString()
    await inside.database
      .insertInto('networks_membership')
      .values({
        membership_id: membershipId,
        network_id: networkId,
        organisation_id: organisationId,
        role,
        of_id: ofId,
        person: JSON.stringify(membership.person ?? {}),
        from_words: JSON.stringify(membership.fromWords ?? {}),
        until_words: JSON.stringify(membership.untilWords ?? {}),
        ...beginning(from),
        ...ending(until, membership.endKnownOn ?? membership.knownOn),
        position: position ?? nextPosition(networkId, role),
        known_on: membership.knownOn,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await recordChange(inside, networkId, 'recorded', membershipId)
    return membershipId
  })
}

/** Sets from when or until when a role is held; an omitted side stays. An end is known from the context’s day. */
export async function changePeriod(
  context: Context,
  networkId: string,
  membershipId: string,
  { from, until }: Partial<Period>,
): Promise<void> {
  authorize(mayKeepMembers(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    await moveMembers(inside, networkId)
    const { numUpdatedRows } = await inside.database
      .updateTable('networks_membership')
      .set({
        ...(from === undefined ? {} : { ...beginning(from), from_words: '{}' }),
        ...(until === undefined ? {} : { ...ending(until, inside.today), until_words: '{}' }),
        updated_at: inside.clock.now().toString(),
      })
      .where('membership_id', '=', membershipId)
      .where('network_id', '=', networkId)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) notFound(membershipId)
    await recordChange(inside, networkId, until ? 'ended' : 'changed', membershipId)
  })
}

/** Removes a role that was recorded by mistake. A role to which an expectation was addressed stays, and can be ended. */
export async function removeMembership(
  context: Context,
  networkId: string,
  membershipId: string,
): Promise<void> {
  authorize(mayKeepMembers(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    await moveMembers(inside, networkId)
    const { numAffectedRows } = await sql`
      delete from networks_membership where membership_id = ${membershipId} and network_id = ${networkId}
        and not exists (select 1 from partners_expectation_request r where r.membership_id = ${membershipId})
    `.execute(inside.database)
    if (numAffectedRows !== 1n)
      throw new Refusal('taken', 'Something was expected of it as a member: say until when it was one')
    await recordChange(inside, networkId, 'removed', membershipId)
  })
}

/** Locks the list until the end of the transaction, so that concurrent changes come one after the other; returns its version. */
export async function holdMembers({ database }: Context, networkId: string): Promise<number> {
  const { version } = await database
    .selectFrom('networks_network')
    .select('members_version as version')
    .where('network_id', '=', networkId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return version
}

/** Increments the version of the list, and locks it. */
async function moveMembers({ database }: Context, networkId: string): Promise<void> {
  await database
    .updateTable('networks_network')
    .set({ members_version: sql`members_version + 1` })
    .where('network_id', '=', networkId)
    .execute()
}

/** The place after all others of a role. */
function nextPosition(networkId: string, role: string) {
  return sql<number>`(
    select coalesce(max(position) + 1, 0) from networks_membership where network_id = ${networkId}::uuid and role = ${role}
  )`
}

function beginning(from: string | null) {
  return { held_from: from, starts_on: daysOf({ from, until: null }).startsOn }
}

function ending(until: string | null, knownOn: string) {
  const ends_on = daysOf({ from: null, until }).endsOn
  return { held_until: until, ends_on, end_known_on: until ? knownOn : null }
}

function recordChange(context: Context, networkId: string, verb: string, subjectId: string): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'membership', subjectId })
}

/**
 * Passes a group’s chair to an organisation today, by the clock: the previous chair ends on the same day and stays in the history. Changes
 * nothing if the organisation has the chair already.
 */
export async function recordChair(
  context: Context,
  networkId: string,
  organisationId: string,
): Promise<void> {
  authorize(mayRecordChair(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const clock = readOnce(inside.clock)
    const [now, day] = [clock.now().toString(), dayOf(clock)]
    await moveMembers(inside, networkId)
    const present = await inside.database
      .selectFrom('networks_membership')
      .select(['membership_id as id', 'organisation_id as organisationId', 'position'])
      .where('network_id', '=', networkId)
      .where('role', '=', 'chair')
      .where('of_id', 'is', null)
      .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', day)]))
      .orderBy('position')
      .forUpdate()
      .execute()
    if (present.some((chair) => chair.organisationId === organisationId)) return
    for (const { id } of present) {
      await inside.database
        .updateTable('networks_membership')
        .set({ held_until: day, ends_on: day, end_known_on: day, updated_at: now })
        .where('membership_id', '=', id)
        .execute()
    }
    const membershipId = newId()
    await inside.database
      .insertInto('networks_membership')
      .values({
        membership_id: membershipId,
        network_id: networkId,
        organisation_id: organisationId,
        role: 'chair',
        held_from: day,
        starts_on: day,
        position: nextPosition(networkId, 'chair'),
        known_on: day,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await recordActivity(inside, {
      networkId,
      verb: 'recorded',
      subjectKind: 'membership',
      subjectId: membershipId,
    })
  })
}

/** The period of a role, in EDTF dates; null if not given. */
export interface Period {
  from: string | null
  until: string | null
}

/** The first and the last possible day, inclusive; null if there is none. */
interface Days {
  startsOn: string | null
  endsOn: string | null
}

/** The days of a period whose ends are EDTF dates. */
export function daysOf({ from, until }: Period): Days {
  return { startsOn: from ? readEdtf(from).from : null, endsOn: until ? readEdtf(until).to : null }
}

/** Whether a role is held on a day: its last day counts. */
export function isHeldOn({ startsOn, endsOn }: Days, day: string): boolean {
  return (startsOn === null || startsOn <= day) && (endsOn === null || endsOn >= day)
}

/** Whether two periods have a day in common. */
export function overlap(one: Days, other: Days): boolean {
  const begins = (start: string | null, end: string | null) => start === null || end === null || start <= end
  return begins(one.startsOn, other.endsOn) && begins(other.startsOn, one.endsOn)
}
