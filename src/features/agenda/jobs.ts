import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { decideDue } from './commitments/decisions/commands.ts'
import { forgetProposers } from './proposals/retention/commands.ts'

/** Every hour: what is due is decided on the events that ask for commitments. Every night: proposals that nobody confirmed are forgotten, and who proposed what is long over. */
export function agendaJobs(application: Application): Job[] {
  const { clock, database } = application
  return [
    { name: 'agenda.commitments', cron: '5 * * * *', run: () => decideDue(application) },
    {
      name: 'agenda.forget',
      cron: '45 2 * * *',
      run: () => forgetProposers({ actor: anonymous, clock, database, today: dayOf(clock) }),
    },
  ]
}
