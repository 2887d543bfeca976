import { z } from 'zod'
import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { deferClosed, deferLate, forgetRecipients, sendingJob } from './commands.ts'
import { orderDigests } from './digests.commands.ts'
import { prepareSending } from './preparing/commands.ts'
import { listUnprepared } from './queries.ts'

const asked = z.object({ sendingId: z.string() })

/**
 * Prepares a sending at once when it is due as soon as it is ordered. Every minute: prepares what is due or was interrupted, and moves
 * readers whose morning has passed or has become a day off. Every quarter of an hour: orders digests of a season that has ended. Every
 * night: deletes the recipients of old letters.
 */
export function sendingJobs(application: Application): Job[] {
  const { clock, database } = application
  const contextNow = (): Context => ({ actor: anonymous, clock, database, today: dayOf(clock) })
  return [
    {
      name: sendingJob,
      run: async (data) => {
        const read = asked.safeParse(data)
        if (read.success) await prepareSending(application, read.data.sendingId)
      },
    },
    {
      name: `${sendingJob}s`,
      cron: '* * * * *',
      run: async () => {
        for (const id of await listUnprepared(contextNow())) await prepareSending(application, id)
        await deferLate(contextNow())
        await deferClosed(contextNow())
      },
    },
    { name: 'newsletter.digests', cron: '*/15 * * * *', run: () => orderDigests(application) },
    { name: 'newsletter.recipients', cron: '55 2 * * *', run: () => forgetRecipients(contextNow()) },
  ]
}
