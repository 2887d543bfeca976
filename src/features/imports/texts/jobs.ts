import { z } from 'zod'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { askAboutText } from './assistant/commands.ts'
import { readingJob } from './commands.ts'
import { listUnread } from './queries.ts'
import { giveUpFailed } from './reading/claims.commands.ts'
import { readImportedText } from './reading/commands.ts'

const asked = z.object({ textId: z.string() })

/** Reads a text as soon as it is imported; each minute, texts without a reader, or whose reader died. */
export function textJobs(application: Application): Job[] {
  return [
    {
      name: readingJob,
      run: async (data) => {
        const read = asked.safeParse(data)
        if (read.success) await work(application, read.data.textId)
      },
    },
    {
      name: `${readingJob}s`,
      cron: '* * * * *',
      run: async () => {
        const context = operatorContext(application)
        await giveUpFailed(context)
        for (const id of await listUnread(context)) await work(application, id)
      },
    },
  ]
}

// The text can be reviewed as soon as it is read; the assistant's additions come later.
async function work(application: Application, textId: string): Promise<void> {
  const context = operatorContext(application)
  if (await readImportedText(application, context, textId))
    await askAboutText(context, application.settings, textId)
}
