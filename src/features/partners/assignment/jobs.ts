import { z } from 'zod'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { followDue } from './following/commands.ts'
import { forgetPeople } from './retention.commands.ts'
import { assignmentJob } from './runs/commands.ts'
import { performRun } from './runs/performing.commands.ts'
import { listWaitingRuns } from './runs/queries.ts'

const asked = z.object({ runId: z.string() })

/** Assigns on request, each minute what waits or lost its worker; follows events every five minutes; nightly forgets people of old ones. */
export function assignmentJobs(application: Application): Job[] {
  const perform = (runId: string) => performRun(application, operatorContext(application), runId)
  return [
    {
      name: assignmentJob,
      run: async (data) => {
        const read = asked.safeParse(data)
        if (read.success) await perform(read.data.runId)
      },
    },
    {
      name: `${assignmentJob}s`,
      cron: '* * * * *',
      run: async () => {
        for (const { runId } of await listWaitingRuns(operatorContext(application))) await perform(runId)
      },
    },
    {
      name: `${assignmentJob}.follow`,
      cron: '*/5 * * * *',
      run: () => followDue(application, operatorContext(application)),
    },
    {
      name: `${assignmentJob}.forget`,
      cron: '35 3 * * *',
      run: () => forgetPeople(operatorContext(application)),
    },
  ]
}
