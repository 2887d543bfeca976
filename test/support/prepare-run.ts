import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all test files of a project share and that goes with the run: templates of databases. */
    runFolder: string
  }
}

/** Gives a project the folder of its run; what is in it is made by the first test that asks. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'entente-tests-'))
  project.provide('runFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
