import { anonymous } from '../../platform/context/actor.ts'
import { dayOf, readOnce } from '../../platform/context/clock.ts'
import { removeOldAnswers } from '../../platform/http/api/answered-calls.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { forgetReaders } from './corrections/commands.ts'
import { dropDraftsBefore } from './drafts.commands.ts'

const draftDays = 90

/**
 * Every night these are removed: drafts unchanged for three months, readers who had their answer, and answers to programs older than a day.
 */
export function contributionJobs({ clock, database }: Application): Job[] {
  return [
    {
      name: 'contributions.forget',
      cron: '30 2 * * *',
      run: async () => {
        const night = readOnce(clock)
        const limit = night.now().epochMilliseconds - draftDays * 86_400_000
        const context = { actor: anonymous, clock, database, today: dayOf(night) }
        await dropDraftsBefore(context, new Date(limit))
        await forgetReaders(context)
        await removeOldAnswers(context)
      },
    },
  ]
}
