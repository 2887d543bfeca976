import { completePeople, seedDemonstration } from './features/demonstration/index.ts'
import { refreshDirectory } from './features/directory/index.ts'
import { listNetworks } from './features/networks/index.ts'
import { operatorContext } from './platform/cli/operator-context.ts'
import { refreshStatistics } from './platform/database/statistics.ts'
import type { Application } from './platform/http/application.ts'

type Progress = (label: string, done: number, total: number) => void

/** Brings a database to where it can be served: the directory in its present edition and, in an empty one, the demonstration. */
export async function prepare(application: Application, progress: Progress): Promise<void> {
  if (application.settings.role === 'web') return
  const context = operatorContext(application)
  await refreshDirectory(context, (set, done, total) =>
    progress(`Loading the directory (${set})`, done, total),
  )
  const { demo } = application.settings
  if (demo === 'none') return
  if ((await listNetworks(context)).length > 0) return completePeople(context, demo)
  progress('Loading the demonstration network', 0, 1)
  await seedDemonstration(context, demo)
  await refreshStatistics(application.database)
  progress('Loading the demonstration network', 1, 1)
}
