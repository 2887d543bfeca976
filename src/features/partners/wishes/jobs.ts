import type { Application } from '../../../platform/http/application.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { notifyOfExpiry } from './renewal/commands.ts'

/** Every morning the authorities are asked whose wishes end within a month. */
export function wishJobs(application: Application): Job[] {
  return [{ name: 'partners.wishes', cron: '20 5 * * *', run: () => notifyOfExpiry(application) }]
}
