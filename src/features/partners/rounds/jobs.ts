import { operatorContext } from '../../../platform/cli/operator-context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { reindexTexts } from '../../translations/index.ts'
import { listGoneWishes } from './texts/queries.ts'
import { roundTexts } from './texts/round-texts.ts'

/** Every night what was wished for in rounds that are no more leaves the texts to translate: a meeting takes its round with it. */
export function roundJobs(application: Application): Job[] {
  return [{ name: 'partners.rounds', cron: '40 3 * * *', run: () => forgetGone(application) }]
}

async function forgetGone(application: Application): Promise<void> {
  const context = operatorContext(application)
  for (const { networkId, wishIds } of await listGoneWishes(context))
    await reindexTexts(
      context,
      [roundTexts],
      networkId,
      wishIds.map((id) => ({ kind: roundTexts.kind, id })),
    )
}
