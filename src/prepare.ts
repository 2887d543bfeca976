import { completeEvents } from './features/agenda/events/index.ts'
import { completeEditions, refreshBriefs } from './features/briefs/index.ts'
import {
  completeEdition,
  completeMeetings,
  completePeople,
  listOffices,
  readDemonstration,
  seedDemonstration,
} from './features/demonstration/index.ts'
import { refreshDirectory } from './features/directory/index.ts'
import { listNetworks } from './features/networks/index.ts'
import { askDemonstration } from './features/outcomes/index.ts'
import { completeRounds } from './features/partners/index.ts'
import { proposeFromTexts } from './features/practices/index.ts'
import { completeReports } from './features/reports/index.ts'
import { fillLines } from './features/todo/index.ts'
import { indexNetworks } from './features/translations/index.ts'
import { fixUidHost } from './platform/calendar/uid-host.ts'
import { operatorContext } from './platform/cli/operator-context.ts'
import { dayOf } from './platform/context/clock.ts'
import type { Context } from './platform/context/context.ts'
import { refreshStatistics } from './platform/database/statistics.ts'
import type { Application } from './platform/http/application.ts'
import { whileHolding } from './platform/jobs/hold.ts'

type Progress = (label: string, done: number, total: number) => void

/**
 * Brings a database to where it can be served: the directory in its present edition, in an empty one the demonstration,
 * and every network with the index of its texts. Of several processes that start at once, one does it and the others wait.
 */
export async function prepare(application: Application, progress: Progress): Promise<void> {
  if (application.settings.role === 'web') return
  const work = () => prepareAlone(application, progress)
  // No other process can have the embedded database.
  if (application.settings.databaseUrl === null) return work()
  await whileHolding(application.database, 'preparation', work, {
    waiting: (holder) => progress(`Waiting for ${holder}, which prepares the database`, 0, 1),
  })
}

async function prepareAlone(application: Application, progress: Progress): Promise<void> {
  const context = operatorContext(application)
  await fixUidHost(context, application.settings)
  await refreshDirectory(context, (set, done, total) =>
    progress(`Loading the directory (${set})`, done, total),
  )
  await refreshBriefs(context)
  const { demo } = application.settings
  const isLoaded = demo !== 'none' && (await listNetworks(context)).length > 0
  if (demo !== 'none' && !isLoaded) await loadDemonstration(application, context, demo, progress)
  if (isLoaded) {
    await completePeople(context, demo)
    await completeMeetings(context, demo)
  }
  await completeEvents(context)
  const today = dayOf(application.clock)
  const demonstration = (await listNetworks(context)).find(({ slug }) => slug === demo)
  if (demonstration) await completeEditions(context, demonstration, today)
  await completeRounds(context)
  // A database of a release before the list of what waits, or the demonstration that was just loaded.
  await fillLines(context, application.toDo)
  // A database of a release before the index, or one that was restored.
  await indexNetworks(context, application.textOwners, (done, total) =>
    progress('Indexing the texts', done, total),
  )
  // Not before: a kind of which a few texts were indexed counts as known to the index.
  if (isLoaded) await completeEdition(context, readDemonstration(demo), application.textOwners)
  // What its exchanges became is asked as of today, whichever day it is seen on.
  if (demonstration) {
    await proposeFromTexts(application)
    await askDemonstration(application, demonstration, listOffices)
    await completeReports(context, application, demonstration, today)
  }
}

async function loadDemonstration(
  application: Application,
  context: Context,
  name: string,
  progress: Progress,
): Promise<void> {
  progress('Loading the demonstration network', 0, 1)
  await seedDemonstration(context, name, application.textOwners)
  await refreshStatistics(application.database)
  progress('Loading the demonstration network', 1, 1)
}
