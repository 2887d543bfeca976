import type { TestProject } from 'vitest/node'
import { startCluster } from '../../tools/test/cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the PostgreSQL server for the databases of this project; none in `embedded`. */
    databaseServer: string | undefined
  }
}

/** Gives a project its PostgreSQL server: the one that `npm test` has started, or one of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const cluster = given ? null : await startCluster()
  project.provide('databaseServer', given ?? cluster?.url)
  return async () => cluster?.stop()
}
