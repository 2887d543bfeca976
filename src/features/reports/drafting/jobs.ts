import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf, ownDay, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { StorageUnusable } from '../../../platform/storage/storage.ts'
import { listNetworks } from '../../networks/index.ts'
import { reportFacts } from '../facts.ts'
import { storeFiles } from '../files/commands.ts'
import type { NamedReport } from '../files/queries.ts'
import { noteTrouble, publishPlanned } from './commands.ts'
import { forgetAddresses } from './lines.commands.ts'
import { findFrozenText, listDue, listUndrawn } from './queries.ts'
import { drawingJob } from './report.ts'

/**
 * Draws the files of frozen reports, at once and again every ten minutes while one is missing; publishes what was planned; every night
 * forgets addresses.
 */
export function reportJobs(application: Application): Job[] {
  const { clock, database, settings } = application
  const now = () => {
    const once = readOnce(clock)
    return { actor: anonymous, clock: once, database, today: dayOf(once) }
  }
  return [
    {
      name: drawingJob,
      cron: '*/10 * * * *',
      atStart: true,
      run: () => drawReports(application, now()),
    },
    {
      name: 'reports.publish',
      cron: '* * * * *',
      run: async () => {
        const context = now()
        const due = await listDue(context)
        // Nearly always none: groups are looked up only for what is to be published now.
        const networks = due.length > 0 ? await listNetworks(context) : []
        for (const network of networks.filter(({ id }) => due.includes(id))) {
          const today = ownDay({ settings, clock: context.clock }, network.opensOn)
          await publishPlanned({ ...context, today }, network)
        }
      },
    },
    { name: 'reports.forget', cron: '45 2 * * *', run: () => forgetAddresses(now()) },
  ]
}

/**
 * Draws the files of every frozen report that lacks one, or of that of one network. What hinders that is kept with the report, and a full
 * disk is waited for.
 */
export async function drawReports(
  application: Application,
  context: Context,
  networkId?: string,
): Promise<void> {
  const undrawn = await listUndrawn(context)
  for (const report of undrawn.filter((each) => networkId === undefined || each.networkId === networkId))
    try {
      await draw(application, context, report)
      await noteTrouble(context, report, null)
    } catch (error) {
      await noteTrouble(context, report, error instanceof Error ? error.message : String(error))
      if (!(error instanceof StorageUnusable)) throw error
    }
}

async function draw({ storage }: Application, context: Context, report: NamedReport): Promise<void> {
  const frozen = await findFrozenText(context, report.id)
  if (frozen === null) return
  await storeFiles(context, storage, report, reportFacts.parse(JSON.parse(frozen.text)))
}
