import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { steerMailing } from '../../../../platform/mail/mailing/mailing.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { findLocked } from '../../issues/queries.ts'
import { maySendLetters } from '../../policy.ts'
import { noteSending } from '../commands.ts'
import type { Sending } from '../sending.ts'

type Steered = Pick<Sending, 'id' | 'networkId' | 'mailingId' | 'issueId'>

/** Pauses a sending. Returns false when nothing is left to pause. */
export function pauseSending(context: Context, sending: Steered): Promise<boolean> {
  return steering(context, sending, 'paused')
}

/**
 * Resumes a paused sending: today while offices are open, otherwise on each reader’s next morning. Returns false for a withdrawn letter.
 */
export function resumeSending(context: Context, sending: Steered): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    // A concurrent withdrawal waits for this and then pauses the sending, or is seen here.
    if (await isWithdrawn(inside, sending)) return false
    return steering(inside, sending, 'sending')
  })
}

function steering(context: Context, sending: Steered, to: 'paused' | 'sending'): Promise<boolean> {
  authorize(maySendLetters(context.actor, sending.networkId))
  return inTransaction(context, async (inside) => {
    if (sending.mailingId === null || !(await steerMailing(inside, sending.mailingId, to))) return false
    await noteSending(inside, sending, to === 'paused' ? 'paused' : 'resumed')
    return true
  })
}

/** Whether the letter of a sending is no longer published. Locks the letter until the transaction ends. */
export async function isWithdrawn(
  context: Context,
  { networkId, issueId }: Pick<Sending, 'networkId' | 'issueId'>,
): Promise<boolean> {
  return issueId !== null && (await findLocked(context, networkId, issueId)).state !== 'published'
}

/** Ends a sending for good: what has not left never does. Returns false when everything has left or it was cancelled before. */
export function cancelSending(context: Context, sending: Steered): Promise<boolean> {
  authorize(maySendLetters(context.actor, sending.networkId))
  return inTransaction(context, async (inside) => {
    const cancelled = await inside.database
      .updateTable('newsletter_sending')
      .set({ cancelled_at: inside.clock.now().toString(), cancelled_by: personIdOf(inside.actor) })
      .where('sending_id', '=', sending.id)
      .where('cancelled_at', 'is', null)
      .where((on) =>
        on.not(
          on.exists(
            on
              .selectFrom('platform_mailing as m')
              .select('m.mailing_id')
              .whereRef('m.mailing_id', '=', 'newsletter_sending.mailing_id')
              .where('m.state', '=', 'done'),
          ),
        ),
      )
      // A worker may have begun its mailing since the page was loaded.
      .returning('mailing_id as mailingId')
      .executeTakeFirst()
    if (!cancelled) return false
    if (cancelled.mailingId !== null) await steerMailing(inside, cancelled.mailingId, 'cancelled')
    await noteSending(inside, sending, 'cancelled')
    return true
  })
}
