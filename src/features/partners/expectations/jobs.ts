import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { followExpectations } from './following.commands.ts'
import { forgetContacts } from './retention.commands.ts'

/** Each hour ends relays whose day is over, and reminds members; each night forgets contacts who spoke for an organisation long ago. */
export function expectationJobs(application: Application): Job[] {
  const { clock, database } = application
  return [
    { name: 'partners.expectations', cron: '20 * * * *', run: () => followExpectations(application) },
    {
      name: 'partners.forget',
      cron: '55 2 * * *',
      run: () => forgetContacts({ actor: anonymous, clock, database, today: dayOf(clock) }),
    },
  ]
}
