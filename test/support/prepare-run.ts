import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all test files of a run share and that goes with it: templates of databases. */
    runFolder: string
  }
}

/** Gives a project the folder of its run, that of all projects under `npm test`; the first test that needs something in it makes it. */
export function setup(project: TestProject): (() => void) | undefined {
  const given = process.env.TEST_TEMPLATES
  const folder = given ?? mkdtempSync(join(tmpdir(), 'entente-tests-'))
  project.provide('runFolder', folder)
  return given === undefined ? () => rmSync(folder, { recursive: true, force: true }) : undefined
}
