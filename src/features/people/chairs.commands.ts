import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { authorize, notFound } from '../../platform/refusal.ts'
import { recordChair } from '../networks/index.ts'
import { withdrawLapsed } from './invitations/commands.ts'
import { mayNameChair } from './policy.ts'
import { closeRole, writeRole } from './roles.commands.ts'
import { listRoles } from './roles.queries.ts'

export interface NewChair {
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
