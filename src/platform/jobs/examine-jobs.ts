import { sql } from 'kysely'
import type { Finding } from '../cli/finding.ts'
import type { Connection } from '../database/connection.ts'

/** Reports how many jobs wait, and whether a process does them. */
export async function examineJobs(database: Connection): Promise<Finding> {
  const subject = 'jobs'
  const schema = await sql`select 1 from pg_namespace where nspname = 'jobs'`.execute(database)
  if (schema.rows.length === 0)
    return { subject, says: 'no queue yet', remedy: 'start the server once: it makes the queue' }
  const { rows } = await sql<{ waiting: string; late: string; failed: string }>`
    select count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state in ('created', 'retry') and start_after < now() - interval '15 minutes') as late,
      count(*) filter (where state = 'failed' and completed_on > now() - interval '1 day') as failed
    from jobs.job
  `.execute(database)
  const [{ waiting = '0', late = '0', failed = '0' } = {}] = rows
  const says = `${waiting} waiting, ${failed} failed since yesterday`
  if (Number(late) > 0) {
    return {
      subject,
      says,
      remedy: `${late} have been due for 15 minutes: start a process with ROLE=all or ROLE=worker`,
    }
  }
  return {
    subject,
    says,
    remedy: Number(failed) > 0 ? 'read the log of the process that works on jobs' : null,
  }
}
