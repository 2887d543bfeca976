import { operatorContext } from '../../../platform/cli/operator-context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { reindexTexts } from '../../translations/index.ts'
import { listMisplacedWishes, roundTexts } from './round-texts.commands.ts'

/** Every night the texts to translate follow the meetings: a removed meeting takes its round with it, an announced one shows it. */
export function roundJobs(application: Application): Job[] {
  return [{ name: 'partners.rounds', cron: '40 3 * * *', run: () => followMeetings(application) }]
}

async function followMeetings(application: Application): Promise<void> {
  const context = operatorContext(application)
  for (const { networkId, wishIds } of await listMisplacedWishes(context))
    await reindexTexts(
      context,
      [roundTexts],
      networkId,
      wishIds.map((id) => ({ kind: roundTexts.kind, id })),
    )
}
