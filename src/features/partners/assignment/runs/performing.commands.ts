import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { listAppointments } from '../publication/queries.ts'
import { lookUpSessionFacts } from '../queries.ts'
import type { SessionFacts } from '../session.ts'
import type { Assignment, Progress } from '../solving/assign.ts'
import { assignInThread } from '../solving/assign-in-thread.ts'
import { groundsOf } from './grounds.ts'
import { problemOf } from './problem-of.ts'
import { deadSince, reportOf } from './run.ts'

/** How long an assignment searches: what it has found then is the answer. */
const timeMs = 8_000
// The seed is fixed: a session gives one answer, however often it is asked for.
const seed = 1

/** Works on a run, unless another worker does or it was ended: searches in a thread of its own and stores what is found. */
export async function performRun(
  services: Pick<Application, 'log'>,
  context: Context,
  runId: string,
): Promise<void> {
  const claimed = await claim(context, runId)
  if (claimed === null) return
  try {
    const facts = await lookUpSessionFacts(context, claimed.eventId)
    if (facts === null) throw new Error('The session is gone')
    const kept = claimed.keepsPublished ? await listAppointments(context, facts.session.id) : []
    const { problem, ids } = problemOf(
      facts,
      kept.filter(({ cancelledAt }) => cancelledAt === null),
    )
    const ending = new AbortController()
    const tell = teller(context, runId, ending)
    const order = { problem, options: { seed, proposing: facts.session.proposing, timeMs } }
    const found = await assignInThread(order, { onProgress: tell.say, signal: ending.signal }).finally(
      tell.isSaid,
    )
    await keepFound(context, runId, facts, ids, found)
  } catch (error) {
    if (!(await fail(context, runId))) return
    services.log.error({ err: error, runId }, 'assigning meetings')
  }
}

interface Claimed {
  eventId: string
  keepsPublished: boolean
}

async function claim({ clock, database }: Context, runId: string): Promise<Claimed | null> {
  const now = clock.now()
  const { rows } = await sql<Claimed>`
    update partners_session_run r set claimed_at = ${now.toString()}::timestamptz
    from partners_session s
    where r.run_id = ${runId} and r.state = 'running' and s.session_id = r.session_id
      and (r.claimed_at is null or r.claimed_at < ${deadSince(now)}::timestamptz)
    returning s.event_id as "eventId", r.keeps_published as "keepsPublished"
  `.execute(database)
  return rows[0] ?? null
}

// Writes one statement at a time; a run that a person has ended ends its search.
function teller({ clock, database }: Context, runId: string, ending: AbortController) {
  let told: Promise<void> | null = null
  const write = async ({ phase, part }: Progress) => {
    const { numUpdatedRows } = await database
      .updateTable('partners_session_run')
      .set({ phase, done: Math.round(100 * part), total: 100, claimed_at: clock.now().toString() })
      .where('run_id', '=', runId)
      .where('state', '=', 'running')
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) ending.abort(new Error('The run was ended'))
  }
  return {
    say: (progress: Progress) => {
      told ??= write(progress).finally(() => {
        told = null
      })
    },
    isSaid: () => told ?? undefined,
  }
}

async function keepFound(
  context: Context,
  runId: string,
  facts: SessionFacts,
  ids: readonly string[],
  found: Assignment,
): Promise<void> {
  const { slots } = facts.session
  await inTransaction(context, async ({ clock, database }) => {
    const now = clock.now().toString()
    const { numUpdatedRows } = await database
      .updateTable('partners_session_run')
      .set({
        state: 'done',
        ended_at: now,
        grounds: JSON.stringify(groundsOf(facts)),
        report: JSON.stringify(reportOf(found, ids)),
      })
      .where('run_id', '=', runId)
      .where('state', '=', 'running')
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return
    const rows = found.meetings.flatMap(({ pair: [a, b], slot, table, interpreter, origin }) => {
      const [first, second, at] = [ids[a], ids[b], slots[slot]]
      if (first === undefined || second === undefined || at === undefined) return []
      return {
        run_id: runId,
        first_id: first,
        second_id: second,
        starts_at: at.startsAt,
        ends_at: at.endsAt,
        table_number: table,
        interpreter: interpreter === null ? [] : [...interpreter],
        origin,
      }
    })
    for (let start = 0; start < rows.length; start += 500)
      await database
        .insertInto('partners_session_meeting')
        .values(rows.slice(start, start + 500))
        .execute()
  })
}

/** Notes that nothing was found; false where a person had ended it. */
async function fail({ clock, database }: Context, runId: string): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('partners_session_run')
    .set({ state: 'failed', ended_at: clock.now().toString() })
    .where('run_id', '=', runId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
