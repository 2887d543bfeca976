import { constants, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Context } from '../../src/platform/context/context.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { type Contents, fill, nameOf } from './contents.ts'
import { FixedClock } from './fixed-clock.ts'
import { once } from './once.ts'

export interface TestDatabase {
  /** The settings that open it, as environment variables. */
  environment: Record<string, string>
  remove(): Promise<void>
}

/** A data directory of its own with an embedded database of these contents, closed. */
export async function makeEmbedded(
  contents: Contents,
  runFolder = inject('runFolder'),
): Promise<TestDatabase> {
  const template = await templateOf(contents, runFolder)
  const folder = mkdtempSync(join(tmpdir(), 'entente-test-'))
  copyFolder(template, folder)
  return {
    environment: { DATA_DIR: folder },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

function templateOf(contents: Contents, runFolder: string): Promise<string> {
  return once(join(runFolder, nameOf(contents)), async (partial) => {
    if (contents.demonstration)
      copyFolder(await templateOf({ ...contents, demonstration: false }, runFolder), partial)
    const database = await openDatabase(readSettings({ DATA_DIR: partial }))
    try {
      await fill(templateContext(database), contents)
    } finally {
      await database.close()
    }
  })
}

/** The context in which templates are filled; their rows carry one instant. */
export function templateContext({ connection }: OpenDatabase): Context {
  const standsStill = 'a role that is filled in has begun at the first reading of a test'
  const clock = new FixedClock(undefined, { standsStill })
  return { actor: { kind: 'operator' }, clock, database: connection, today: '2026-11-02' }
}

function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE })
}
