import { operatorContext } from '../../platform/cli/operator-context.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { openTranslator } from '../../platform/translation/open-translator.ts'
import { runBatch } from './batches/commands.ts'
import { listOpenBatches } from './batches/queries.ts'

/** Each minute, the batches that wait or whose worker died; none without a translation service. */
export function translationJobs(application: Application): Job[] {
  const translator = openTranslator(application.settings.translation)
  if (translator === null) return []
  return [
    {
      name: 'translations.batches',
      cron: '* * * * *',
      run: async () => {
        const context = operatorContext(application)
        for (const batch of await listOpenBatches(context))
          await runBatch(context, application.textOwners, translator, batch)
      },
    },
  ]
}
