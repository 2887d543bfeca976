import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { removeFormer } from './former/removal.commands.ts'
import { sendReminders } from './reminders/commands.ts'
import { removeExpired, warnOfRemovals } from './retention/commands.ts'
import { forgetAbsences } from './trades/commands.ts'

/**
 * Each night: warns those who could prolong, then removes contacts whose retention has ended, old copies from before imports and absences that are over; each
 * morning: sends reminders.
 */
export function contactsJobs(application: Application): Job[] {
  return [
    {
      name: 'contacts.retention',
      cron: '50 2 * * *',
      run: async () => {
        await warnOfRemovals(contextNow(application), application)
        await removeExpired(contextNow(application))
        await removeFormer(contextNow(application))
        await forgetAbsences(contextNow(application))
      },
    },
    {
      name: 'contacts.reminders',
      cron: '40 5 * * *',
      run: async () => {
        await sendReminders(contextNow(application), application)
      },
    },
  ]
}

// By the real clock, whatever day a network is shown on.
function contextNow({ clock, database }: Application): Context {
  return { actor: anonymous, clock, database, today: dayOf(clock) }
}
