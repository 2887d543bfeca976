import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { forgetSubscribers } from './subscribers/retention/commands.ts'

/** Every night what nobody confirmed is forgotten, the addresses of those who left, and proofs of consent in time. */
export function newsletterJobs({ clock, database }: Application): Job[] {
  return [
    {
      name: 'newsletter.forget',
      cron: '50 2 * * *',
      run: () => forgetSubscribers({ actor: anonymous, clock, database, today: dayOf(clock) }),
    },
  ]
}
