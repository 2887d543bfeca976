import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { type Attended, note } from './commands.ts'

/** Says that somebody who has a place is there, or is not after all; nothing for anybody else. */
export async function checkIn(
  context: Context,
  event: Attended,
  registrationId: string,
  isThere: boolean,
): Promise<void> {
  const { actor, clock, database } = context
  const now = clock.now().toString()
  const { numUpdatedRows } = await database
    .updateTable('agenda_registration')
    .set({
      arrived_at: isThere ? now : null,
      checked_in_by: isThere ? personIdOf(actor) : null,
      updated_at: now,
    })
    .where('registration_id', '=', registrationId)
    .where('event_id', '=', event.id)
    .where('state', '=', 'placed')
    .where('arrived_at', isThere ? 'is' : 'is not', null)
    .executeTakeFirst()
  // Two at the door who tick the same person once more change nothing.
  if (numUpdatedRows === 1n)
    await note(context, event, isThere ? 'checked-in' : 'not-checked-in', registrationId)
}
