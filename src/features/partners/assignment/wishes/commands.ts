import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../../platform/refusal.ts'
import { mayHoldSession } from '../../policy.ts'
import { mayActFor, note } from '../participants/commands.ts'
import type { Participant, Session } from '../session.ts'
import { type HeldEvent, touchSession } from '../setup/commands.ts'
import type { TypedWishes } from './typed-wishes.ts'

/** Replaces the counterparts that a participant wants to meet and those it would rather not; refuses once wishes are closed. */
export async function saveWishes(
  context: Context,
  held: HeldEvent,
  session: Session,
  participant: Participant,
  { wanted, refused }: TypedWishes,
): Promise<void> {
  authorize(mayActFor(context, held, participant.organisation.id))
  await inTransaction(context, async (inside) => {
    await touchSession(inside, session.id)
    const { database } = inside
    const { takesRequests } = await database
      .selectFrom('partners_session')
      .select('takes_requests as takesRequests')
      .where('session_id', '=', session.id)
      .executeTakeFirstOrThrow()
    if (!takesRequests && !mayHoldSession(inside.actor, held)) throw new Refusal('tooLate')
    await database.deleteFrom('partners_session_wish').where('participant_id', '=', participant.id).execute()
    const rows = [
      ...wanted.map((otherId, at) => ({ other_id: otherId, position: at + 1 })),
      ...refused.map((otherId) => ({ other_id: otherId, position: null })),
    ]
    if (rows.length > 0)
      await database
        .insertInto('partners_session_wish')
        .values(rows.map((row) => ({ ...row, participant_id: participant.id })))
        .execute()
    await note(inside, held, 'said-wishes', participant.id)
  })
}
