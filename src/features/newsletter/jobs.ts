import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { sendingJobs } from './sending/jobs.ts'
import { followMembers } from './subscribers/members/commands.ts'
import { forgetSubscribers } from './subscribers/retention.commands.ts'

/**
 * Every hour: adds members where their network subscribes them, and removes former ones. Every night: removes unconfirmed requests,
 * addresses of readers who left, and outdated proofs of consent. Also the jobs of sendings.
 */
export function newsletterJobs(application: Application): Job[] {
  const { clock, database } = application
  return [
    ...sendingJobs(application),
    { name: 'newsletter.members', cron: '20 * * * *', run: () => followMembers(application) },
    {
      name: 'newsletter.forget',
      cron: '50 2 * * *',
      run: () => forgetSubscribers({ actor: anonymous, clock, database, today: dayOf(clock) }),
    },
  ]
}
