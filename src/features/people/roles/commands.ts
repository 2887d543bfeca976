import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Actor, Role } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize } from '../../../platform/refusals/refusal.ts'
import { mayInvite } from '../policy.ts'

export interface NewRole {
  personId: string
  role: Role
  /** The organisations that a member or a contributor speaks for. */
  organisationIds?: readonly string[]
  /** From now on, and without an end, when left out. */
  startsAt?: Temporal.Instant
  endsAt?: Temporal.Instant | null
}

/** Gives somebody a role in a network; answers its id. */
export async function giveRole(context: Context, networkId: string, given: NewRole): Promise<string> {
  authorize(mayInvite(context.actor, networkId, given.role))
  return writeRole(context, networkId, given)
}

/** Writes a role down for a command that has asked the policy. */
export async function writeRole(
  context: Context,
  networkId: string,
  { personId, role, organisationIds = [], startsAt, endsAt }: NewRole,
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const roleId = newId()
    const now = inside.clock.now()
    await inside.database
      .insertInto('people_role')
      .values({
        role_id: roleId,
        person_id: personId,
        network_id: networkId,
        role,
        starts_at: (startsAt ?? now).toString(),
        ends_at: endsAt?.toString() ?? null,
        given_by: personIdOf(inside.actor),
        created_at: now.toString(),
      })
      .execute()
    if (organisationIds.length > 0) {
      await inside.database
        .insertInto('people_role_organisation')
        .values([...new Set(organisationIds)].map((id) => ({ role_id: roleId, organisation_id: id })))
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

/** Who did something, for a column of people; null for the command line. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null
}
