import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { forgetSenders } from './retention.commands.ts'

/** Every night senders are forgotten who did not confirm, or whose talks ended a year ago. */
export function introductionJobs({ clock, database }: Application): Job[] {
  return [
    {
      name: 'partners.forget',
      cron: '55 2 * * *',
      run: () => forgetSenders({ actor: anonymous, clock, database, today: dayOf(clock) }),
    },
  ]
}
