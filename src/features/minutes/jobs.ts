import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { checkLink } from '../../platform/links/check-link.ts'
import { readRelease } from '../../platform/settings/release.ts'
import { forgetInvitees } from './convocations/commands.ts'
import { watchLinks } from './resources/link-checks.commands.ts'

// No server notices a request every few seconds.
const pauseMs = 4000

/** Each night: checks links that were not checked for a week, and removes addresses of invitees a month after the meeting. */
export function minutesJobs(application: Application): Job[] {
  return [
    {
      name: 'minutes.links',
      cron: '25 1 * * *',
      run: async () => {
        const userAgent = `Entente/${readRelease()} (+${application.settings.baseUrl})`
        await watchLinks(contextNow(application), { check: (url) => checkLink(url, { userAgent }), pauseMs })
      },
    },
    {
      name: 'minutes.forgetting',
      cron: '10 3 * * *',
      run: async () => {
        await forgetInvitees(contextNow(application))
      },
    },
  ]
}

// By the real clock, whatever day a network is shown on.
function contextNow({ clock, database }: Application): Context {
  return { actor: anonymous, clock, database, today: dayOf(clock) }
}
