import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { operatorContext } from '../../../../platform/cli/operator-context.ts'
import { ownDay } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { listNetworks } from '../../../networks/index.ts'
import { lookUpActor } from '../../../people/index.ts'
import { mayImport } from '../../policy.ts'
import { findText } from '../queries.ts'
import { acceptanceJob, acceptSomeSure, claimAcceptance, endAcceptance, tellAcceptance } from './commands.ts'
import { type AcceptanceWork, listAcceptances } from './queries.ts'

const asked = z.object({ textId: z.string() })

/** Accepts what is sure of a long text as soon as it is requested; each minute, texts without a worker, or whose worker died. */
export function acceptanceJobs(application: Application): Job[] {
  const work = async (textId: string | null) => {
    for (const each of await listAcceptances(operatorContext(application), textId))
      await acceptInBackground(application, each)
  }
  return [
    {
      name: acceptanceJob,
      run: async (data) => {
        const read = asked.safeParse(data)
        if (read.success) await work(read.data.textId)
      },
    },
    { name: `${acceptanceJob}s`, cron: '* * * * *', run: () => work(null) },
  ]
}

// Works in batches, each under the lock of the text: between them other people decide, and may stop it.
async function acceptInBackground(application: Application, work: AcceptanceWork): Promise<void> {
  const operator = operatorContext(application)
  const text = { id: work.textId, networkId: work.networkId }
  if (!(await claimAcceptance(operator, text.id))) return
  try {
    if ((await acceptUntilStopped(application, operator, work)) === 'done')
      await endAcceptance(operator, text)
  } catch (error) {
    await endAcceptance(operator, text)
    // The import was taken back meanwhile.
    if (!(error instanceof Refusal)) throw error
  }
}

async function acceptUntilStopped(
  application: Application,
  operator: Context,
  { textId, networkId, personId, from }: AcceptanceWork,
): Promise<'done' | 'stopped'> {
  const network = (await listNetworks(operator)).find(({ id }) => id === networkId)
  const actor = personId === null ? operator.actor : await lookUpActor(operator, personId)
  // The person who requested it has left: what is not accepted waits for another person.
  if (!actor || !network || !mayImport(actor, networkId)) return 'done'
  const context = { ...operator, actor, today: ownDay(application, network.opensOn) }
  for (let after = from; ; ) {
    const text = await findText(context, networkId, textId)
    if (text.accepting === null) return 'stopped'
    const next = await acceptSomeSure(context, { network, text, records: application.records }, after)
    if (!next) return 'done'
    if (!(await tellAcceptance(operator, textId, next))) return 'stopped'
    after = next.last
    await setImmediate()
  }
}
