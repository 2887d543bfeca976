import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { silentSince } from '../../../../platform/jobs/claims.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { mayHoldSession } from '../../policy.ts'
import type { Session } from '../session.ts'
import type { HeldEvent } from '../setup/commands.ts'
import { lookUpRun } from './queries.ts'

export const assignmentJob = 'partners.assignment'

/**
 * Asks for an assignment. One at a time is at work for a session: where another person was quicker, returns theirs with `isNew` false.
 * `keepsPublished` keeps announced meetings in it, as long as nothing speaks against them.
 */
export async function startRun(
  application: Pick<Application, 'sendJob'>,
  context: Context,
  held: HeldEvent,
  session: Session,
  { keepsPublished }: { keepsPublished: boolean },
): Promise<{ number: number; isNew: boolean }> {
  authorize(mayHoldSession(context.actor, held))
  return inTransaction(context, async (inside) => {
    const { actor, clock, database } = inside
    await giveUpSilent(inside, session.id)
    const id = newId()
    const now = clock.now().toString()
    const { rows } = await sql<{ number: number }>`
      insert into partners_session_run (run_id, session_id, number, keeps_published, started_by, started_at)
      select ${id}, ${session.id}, coalesce(max(r.number), 0) + 1, ${keepsPublished}, ${personIdOf(actor)}::uuid, ${now}::timestamptz
      from partners_session_run r where r.session_id = ${session.id}
      on conflict do nothing returning number
    `.execute(database)
    const [made] = rows
    if (!made) {
      const running = await lookUpRun(inside, session.id)
      return { number: running?.number ?? 1, isNew: false }
    }
    await noteRun(inside, held, 'assigned-meetings', made.number)
    await application.sendJob(database, assignmentJob, { runId: id })
    return { number: made.number, isNew: true }
  })
}

/** Ends a run before it has found anything; false where it had ended already. */
export async function endRun(
  context: Context,
  held: HeldEvent,
  runId: string,
  number: number,
): Promise<boolean> {
  authorize(mayHoldSession(context.actor, held))
  return inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('partners_session_run')
      .set({ state: 'ended', ended_at: inside.clock.now().toString() })
      .where('run_id', '=', runId)
      .where('state', '=', 'running')
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    await noteRun(inside, held, 'ended-assignment', number)
    return true
  })
}

// After so long its workers have died more than once: nobody is to wait for it for ever.
async function giveUpSilent({ clock, database }: Context, sessionId: string): Promise<void> {
  const now = clock.now()
  await database
    .updateTable('partners_session_run')
    .set({ state: 'failed', ended_at: now.toString() })
    .where('session_id', '=', sessionId)
    .where('state', '=', 'running')
    .where(sql<boolean>`coalesce(claimed_at, started_at) < ${silentSince(now)}::timestamptz`)
    .execute()
}

function noteRun(
  context: Context,
  { id, networkId }: HeldEvent,
  verb: string,
  number: number,
): Promise<void> {
  const detail = { run: number }
  return recordActivity(context, { networkId, verb, subjectKind: 'activity', subjectId: id, detail })
}
