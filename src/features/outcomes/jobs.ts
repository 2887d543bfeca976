import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { followExchanges } from './asking/commands.ts'

/** Every night, asks what came of exchanges, reminds once, and forgets the addresses of links that ended long ago. */
export function outcomeJobs(application: Application): Job[] {
  return [{ name: 'outcomes.ask', cron: '50 3 * * *', run: () => followExchanges(application) }]
}
