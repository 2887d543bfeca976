import type { TestProject } from 'vitest/node'
import { startSite } from '../../tools/browser/start-site.ts'
import { makeEmbedded } from '../support/embedded-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the served demonstration. */
    site: string
    /** Its data directory, through which commands reach it. */
    siteFolder: string
    /** The address of its outbox, as its start prints it. */
    siteOutbox: string
  }
}

/** Serves the demonstration as `npm start` does, for all journeys of the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const made = await makeEmbedded({ demonstration: true }, project.getProvidedContext().runFolder)
  const site = await startSite(made.environment)
  project.provide('site', site.url)
  project.provide('siteFolder', made.environment.DATA_DIR ?? '')
  project.provide('siteOutbox', await site.outbox)
  return async () => {
    await site.stop()
    await made.remove()
  }
}
