import { operatorContext } from '../../platform/cli/operator-context.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { removeOldAttempts } from './attempts/commands.ts'
import { withdrawAllLapsed } from './invitations/commands.ts'
import { removeOldLinks } from './links/commands.ts'
import { removeOldChallenges } from './passkeys/commands.ts'
import { removeEndedSessions } from './sessions/commands.ts'
import { removeOldTokens } from './tokens/commands.ts'

/** Each night: removes expired sessions, links, attempts and tokens, and withdraws invitations whose givers may no longer invite. */
export function peopleJobs(application: Application): Job[] {
  return [
    {
      name: 'people.tidy',
      cron: '17 3 * * *',
      run: async () => {
        await removeEndedSessions(application)
        await removeOldLinks(application)
        await removeOldAttempts(application)
        await removeOldChallenges(application)
        await removeOldTokens(application)
        await withdrawAllLapsed(operatorContext(application))
      },
    },
  ]
}
