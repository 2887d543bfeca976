import { recordActivity } from '../../platform/activity/activity.ts'
import { dayOf, readOnce } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { authorize } from '../../platform/refusal.ts'
import { moveMembers, nextPosition } from './members.commands.ts'
import { mayRecordChair } from './policy.ts'

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
