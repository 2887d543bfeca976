import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { forgetProposers } from './proposals/retention/commands.ts'

/** Every night: proposals that nobody confirmed are forgotten, and who proposed what is long over. */
export function agendaJobs({ clock, database }: Application): Job[] {
  return [
    {
      name: 'agenda.forget',
      cron: '45 2 * * *',
      run: () => forgetProposers({ actor: anonymous, clock, database, today: dayOf(clock) }),
    },
  ]
}
