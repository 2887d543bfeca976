import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { decideDue } from './commitments/commands.ts'
import { followPolls } from './polls/commands.ts'
import { forgetVoters } from './polls/retention.commands.ts'
import { forgetProposers } from './proposals/retention.commands.ts'
import { extendSeries } from './recurrence/rows.commands.ts'
import { followEvents } from './registration/changes.commands.ts'
import { forgetRegistrations } from './registration/retention.commands.ts'

/**
 * Every hour, decides on events whose deadline for commitments has come. Every night, forgets unconfirmed requests and people of events and
 * polls long over, and writes down occurrences for three years ahead. Every few minutes, closes polls at their deadline, after a reminder
 * to those who have not answered, and notifies registrants of what became of their event.
 */
export function agendaJobs(application: Application): Job[] {
  const { clock, database } = application
  const contextNow = (): Context => ({ actor: anonymous, clock, database, today: dayOf(clock) })
  return [
    { name: 'agenda.commitments', cron: '5 * * * *', run: () => decideDue(application) },
    {
      name: 'agenda.forget',
      cron: '45 2 * * *',
      run: async () => {
        await forgetProposers(contextNow())
        await forgetRegistrations(contextNow())
        await forgetVoters(contextNow())
      },
    },
    {
      name: 'agenda.series',
      cron: '15 3 * * *',
      run: () => extendSeries(contextNow()),
    },
    { name: 'agenda.polls', cron: '*/5 * * * *', run: () => followPolls(application) },
    { name: 'agenda.registrations', cron: '*/5 * * * *', run: () => followEvents(application) },
  ]
}
