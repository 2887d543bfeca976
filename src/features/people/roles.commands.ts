import { sql } from 'kysely'
import { recordActivity } from '../../platform/activity/activity.ts'
import type { Role } from '../../platform/context/actor.ts'
import { personIdOf } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { authorize, notFound } from '../../platform/refusal.ts'
import { recordChair } from '../networks/index.ts'
import { withdrawLapsed } from './invitations/commands.ts'
import { mayEndRole, mayInvite, mayNameChair } from './policy.ts'
import { listRoles, lookUpHeldRole, lookUpRole } from './queries.ts'

export interface NewRole {
  personId: string
  role: Role
  /** The organisations that a member or a contributor speaks for. */
  organisationIds?: readonly string[]
  /** From now on and without an end when left out. */
  startsAt?: Temporal.Instant
  endsAt?: Temporal.Instant | null
}

/** Gives a person a role in a network. Returns its id. */
export async function giveRole(context: Context, networkId: string, given: NewRole): Promise<string> {
  authorize(mayInvite(context.actor, networkId, given.role))
  return writeRole(context, networkId, given)
}

/** Writes a role for a command that has already asked the policy. A person who already holds it gains the organisations. */
export async function writeRole(
  context: Context,
  networkId: string,
  { personId, role, organisationIds = [], startsAt, endsAt }: NewRole,
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const now = inside.clock.now()
    const begins = startsAt ?? now
    const held = endsAt ? null : await lookUpHeldRole(inside, { personId, networkId, role, begins })
    const roleId = held?.id ?? newId()
    if (!held) {
      await inside.database
        .insertInto('people_role')
        .values({
          role_id: roleId,
          person_id: personId,
          network_id: networkId,
          role,
          starts_at: begins.toString(),
          ends_at: endsAt?.toString() ?? null,
          given_by: personIdOf(inside.actor),
          created_at: now.toString(),
        })
        .execute()
    }
    if (organisationIds.length > 0) {
      await inside.database
        .insertInto('people_role_organisation')
        .values([...new Set(organisationIds)].map((id) => ({ role_id: roleId, organisation_id: id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await recordActivity(inside, {
      networkId,
      verb: 'gave',
      subjectKind: 'role',
      subjectId: roleId,
      detail: { role, personId },
    })
    return roleId
  })
}

export interface RoleEnd {
  /** Now when left out; a later day ends it then. */
  endsAt?: Temporal.Instant
  reason?: string | null
}

/**
 * Ends a role of a network, now or on a later day. A network’s last coordinator cannot end their own role: returns `lastCoordinator`, and
 * nothing changes.
 */
export async function endRole(
  context: Context,
  networkId: string,
  roleId: string,
  { endsAt, reason }: RoleEnd = {},
): Promise<'ended' | 'lastCoordinator'> {
  return inTransaction(context, async (inside) => {
    const role = await lookUpRole(inside, networkId, roleId)
    if (role === null || !mayEndRole(inside.actor, networkId, role.personId)) notFound()
    const at = endsAt ?? inside.clock.now()
    const isOwn = personIdOf(inside.actor) === role.personId
    if (isOwn && role.role === 'coordinator' && !(await hasSuccessor(inside, networkId, roleId, at)))
      return 'lastCoordinator'
    await closeRole(inside, networkId, roleId, { endsAt: at, reason: reason ?? null })
    await withdrawLapsed(inside, role.personId)
    return 'ended'
  })
}

/** Writes the end of a role for a command that has already asked the policy. Gives 404 for a role that has ended. */
async function closeRole(
  context: Context,
  networkId: string,
  roleId: string,
  { endsAt, reason }: { endsAt: Temporal.Instant; reason: string | null },
): Promise<void> {
  const at = endsAt.toString()
  const ended = await context.database
    .updateTable('people_role')
    .set({
      // A role that has not begun ends at its beginning.
      ends_at: sql`greatest(starts_at, ${at}::timestamptz)`,
      ended_by: personIdOf(context.actor),
      reason,
    })
    .where('role_id', '=', roleId)
    .where((eb) =>
      eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', sql<Date>`${context.clock.now().toString()}`)]),
    )
    .executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) notFound()
  await recordActivity(context, { networkId, verb: 'ended', subjectKind: 'role', subjectId: roleId })
}

// The rows are locked until the transaction ends: of two last coordinators who leave at once, one stays.
async function hasSuccessor(
  { database }: Context,
  networkId: string,
  roleId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const others = await database
    .selectFrom('people_role')
    .select('role_id')
    .where('network_id', '=', networkId)
    .where('role', '=', 'coordinator')
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', sql<Date>`${at.toString()}`)]))
    .orderBy('role_id')
    .forUpdate()
    .execute()
  return others.some((other) => other.role_id !== roleId)
}

interface NewChair {
  /** A person who already holds a role in the network. */
  personId: string
  organisationId: string
}

/**
 * Passes the chair of a network on. The former chairs’ roles end at the same instant, and the history of the group names the organisation
 * that takes over. Returns the id of the new role.
 */
export async function nameChair(context: Context, networkId: string, chair: NewChair): Promise<string> {
  authorize(mayNameChair(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const now = inside.clock.now()
    const roles = await listRoles(inside, networkId)
    const isHeld = ({ endsAt }: { endsAt: Date | null }) =>
      endsAt === null || endsAt.getTime() > now.epochMilliseconds
    if (!roles.some((role) => role.personId === chair.personId && isHeld(role))) notFound()
    const former = roles.filter((each) => each.role === 'chair' && isHeld(each))
    for (const role of former) await closeRole(inside, networkId, role.id, { endsAt: now, reason: null })
    await recordChair(inside, networkId, chair.organisationId)
    const roleId = await writeRole(inside, networkId, {
      personId: chair.personId,
      role: 'chair',
      organisationIds: [chair.organisationId],
      startsAt: now,
    })
    // Only now: a former chair who is named again keeps the invitations they gave.
    for (const { personId } of former) await withdrawLapsed(inside, personId)
    return roleId
  })
}
