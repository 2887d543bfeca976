import { operatorContext } from '../../platform/cli/operator-context.ts'
import type { Application } from '../../platform/http/application.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { openTranslator } from '../../platform/translation/open-translator.ts'
import { runBatch } from './batches/commands.ts'
import { listOpenBatches } from './batches/queries.ts'
import { tellReady } from './requests/telling.commands.ts'

/**
 * Every five minutes, the mails about translations that people waited for; each minute, with a translation service, the batches that wait
 * or whose worker died.
 */
export function translationJobs(application: Application): Job[] {
  const telling: Job = {
    name: 'translations.ready',
    cron: '*/5 * * * *',
    run: () => tellReady(application),
  }
  const translator = openTranslator(application.settings.translation)
  if (translator === null) return [telling]
  return [
    telling,
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
