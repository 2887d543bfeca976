import { anonymous } from '../../platform/context/actor.ts'
import { dayOf, readOnce } from '../../platform/context/clock.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { forgetOffices } from './questions/commands.ts'

/** Every night the addresses of offices go whose links ended long enough ago. */
export function briefJobs({ clock, database }: Application): Job[] {
  return [
    {
      name: 'briefs.forget',
      cron: '40 2 * * *',
      run: () => {
        const night = readOnce(clock)
        return forgetOffices({ actor: anonymous, clock: night, database, today: dayOf(night) })
      },
    },
  ]
}
