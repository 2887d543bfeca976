import { inTransaction } from '../../platform/database/transaction.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { listNetworks } from '../networks/index.ts'
import { sendDigests } from './digests.commands.ts'
import { writeAllLines } from './lines.commands.ts'

/**
 * Every night all lines are written again: the calendar and outside servers change some without an activity. Every hour digests leave for
 * the countries where it is morning.
 */
export function toDoJobs(application: Application): Job[] {
  const { database, toDo } = application
  return [
    {
      name: 'todo.lines',
      cron: '10 2 * * *',
      run: async () => {
        for (const { id } of await listNetworks({ database }))
          await inTransaction({ database }, (inside) => writeAllLines(inside, toDo, id))
      },
    },
    {
      name: 'todo.digests',
      cron: '5 * * * *',
      run: async () => {
        await sendDigests(application)
      },
    },
  ]
}
