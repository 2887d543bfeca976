import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { mayKeepMeetings } from '../policy.ts'
import { noteChange } from './refresh.commands.ts'

/** What those in charge say of a meeting: that the public may know of it, that it took place, that it does not. */
export const saidStates = ['announced', 'held', 'cancelled'] as const
export type SaidState = (typeof saidStates)[number]

/** Says it, or takes it back. */
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
    // No meeting took place before its day.
    const { numUpdatedRows } = await (state === 'held' && isSo
      ? own.where('held_on', '<=', inside.today)
      : own
    ).executeTakeFirst()
    if (numUpdatedRows !== 1n) notFound(meetingId)
    await noteChange(inside, { networkId, meetingId, verb: isSo ? state : `not-${state}` })
  })
}
