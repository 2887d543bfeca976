import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { sendReminders } from './reminders/commands.ts'
import { removeExpired, warnOfRemovals } from './retention/commands.ts'

/** Each night: what may be kept no longer goes, after those who could prolong it were told; each morning: reminders. */
export function contactsJobs(application: Application): Job[] {
  return [
    {
      name: 'contacts.retention',
      cron: '50 2 * * *',
      run: async () => {
        await warnOfRemovals(application)
        await removeExpired(application)
      },
    },
    {
      name: 'contacts.reminders',
      cron: '40 5 * * *',
      run: async () => {
        await sendReminders(application)
      },
    },
  ]
}
