import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { type Grounds, storedGrounds } from './grounds.ts'
import { deadSince, type Meeting, type Run, type RunReport, storedReport } from './run.ts'

/** The last run of a session, or one by its number; null for none. */
export async function lookUpRun(
  { database }: Context,
  sessionId: string,
  number: number | null = null,
): Promise<Run | null> {
  const { rows } = await sql<Run>`
    select r.run_id as id, r.number, r.keeps_published as "keepsPublished", r.state, r.started_at as "startedAt",
      nullif(person.name, '') as "startedByName", r.ended_at as "endedAt",
      r.claimed_at as "heardAt", r.phase, r.done, r.total
    from partners_session_run r left join people_person person on person.id = r.started_by
    where r.session_id = ${sessionId} and (${number}::integer is null or r.number = ${number})
    order by r.number desc limit 1
  `.execute(database)
  return rows[0] ?? null
}

/** The input of a run and its result beside its meetings; nulls while it has not ended. */
export async function lookUpFindings(
  { database }: Context,
  runId: string,
): Promise<{ grounds: Grounds | null; report: RunReport | null }> {
  const row = await database
    .selectFrom('partners_session_run')
    .select(['grounds', 'report'])
    .where('run_id', '=', runId)
    .executeTakeFirst()
  return {
    grounds: row?.grounds == null ? null : storedGrounds.parse(row.grounds),
    report: row?.report == null ? null : storedReport.parse(row.report),
  }
}

/** The meetings that a run found, in the order of time and tables. */
export async function listMeetings({ database }: Context, runId: string): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select m.first_id as "firstId", m.second_id as "secondId", m.starts_at as "startsAt", m.ends_at as "endsAt",
      m.table_number as "table", m.interpreter, m.origin
    from partners_session_meeting m where m.run_id = ${runId} order by m.starts_at, m.table_number
  `.execute(database)
  return rows
}

/** The runs that wait for a worker, or whose worker died, with their events. */
export async function listWaitingRuns({ database, clock }: Context): Promise<{ runId: string }[]> {
  const { rows } = await sql<{ runId: string }>`
    select r.run_id as "runId" from partners_session_run r
    where r.state = 'running' and (r.claimed_at is null or r.claimed_at < ${deadSince(clock.now())}::timestamptz) order by r.started_at
  `.execute(database)
  return rows
}
