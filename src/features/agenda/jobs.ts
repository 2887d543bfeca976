import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { forgetProposers } from './proposals/retention/commands.ts'
import { extendSeries } from './recurrence/rows/commands.ts'

/**
 * Every night: proposals that nobody confirmed are forgotten, and who proposed what is long over; what comes back is written down for three
 * years ahead.
 */
export function agendaJobs({ clock, database }: Application): Job[] {
  const context = () => ({ actor: anonymous, clock, database, today: dayOf(clock) })
  return [
    {
      name: 'agenda.forget',
      cron: '45 2 * * *',
      run: () => forgetProposers(context()),
    },
    {
      name: 'agenda.series',
      cron: '15 3 * * *',
      run: () => extendSeries(context()),
    },
  ]
}
