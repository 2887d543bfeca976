import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '../../tools/test/cluster.ts'
import { type BulkTarget, openEmbeddedTarget, openServerTarget } from '../contents/bulk-target.ts'
import { fillAgenda } from '../contents/fill-agenda.ts'
import { fillDirectory } from '../contents/fill-directory.ts'
import { fillNetwork } from '../contents/fill-network.ts'
import { startByNpm } from '../load/site.ts'
import { embeddedGround } from './embedded-ground.ts'
import {
  agendaSize,
  type Contents,
  type Environment,
  type Ground,
  networkSize,
  organisationCounts,
} from './ground.ts'
import { serverGround } from './server-ground.ts'

export interface Grounds {
  grounds: Ground[]
  /** Makes databases with these contents on every ground, unless they are there. */
  prepare(contents: Contents): Promise<void>
  /** Seconds that the first start took on each ground; none for what an earlier run has made. */
  firstStarts: Map<Ground, number>
  remove(): Promise<void>
}

/**
 * Both kinds of database, in a folder and on a server that go with the run. Developers who work on speed keep them between runs:
 * BENCH_DIR names a folder, BENCH_DATABASE_URL a server that may read this machine's files.
 */
export async function openGrounds(say: (line: string) => void): Promise<Grounds> {
  const { BENCH_DIR, BENCH_DATABASE_URL } = process.env
  if (BENCH_DIR) mkdirSync(BENCH_DIR, { recursive: true })
  const folder = BENCH_DIR || mkdtempSync(join(tmpdir(), 'entente-bench-'))
  const cluster = BENCH_DATABASE_URL ? null : await startCluster()
  const grounds = [
    embeddedGround(folder),
    await serverGround(BENCH_DATABASE_URL || (cluster?.url ?? ''), folder),
  ]
  const removeFolder = () => {
    if (!BENCH_DIR) rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', removeFolder)
  const firstStarts = new Map<Ground, number>()

  const prepare = async (contents: Contents): Promise<void> => {
    const missing: Ground[] = []
    for (const ground of grounds) if (!(await ground.isThere(contents))) missing.push(ground)
    if (missing.length === 0) return
    if (contents !== 'plain') await prepare('plain')
    say(`Preparing ${missing.map(({ name }) => name).join(' and ')}: ${inWords[contents]}…`)
    for (const ground of missing) {
      if (contents === 'plain') firstStarts.set(ground, await startFirst(ground, 'part'))
      else await ground.copy('plain', 'part')
    }
    await fill(
      missing.map((ground) => ground.environment('part')),
      contents,
    )
    for (const ground of missing) await ground.rename('part', contents)
  }
  return {
    grounds,
    prepare,
    firstStarts,
    remove: async () => {
      await cluster?.stop()
      removeFolder()
    },
  }
}

const inWords: Record<Contents, string> = {
  plain: 'first start with directory and demonstration',
  network: `${networkSize} cooperations in a network`,
  agenda: `${agendaSize} events in a network`,
  organisations: `${organisationCounts.organisations} organisations`,
  large: `${organisationCounts.large} organisations, some minutes`,
}

async function startFirst(ground: Ground, name: string): Promise<number> {
  await ground.create(name)
  const site = await startByNpm(ground.environment(name))
  await site.stop()
  return site.secondsToReady
}

async function fill(environments: Environment[], contents: Contents): Promise<void> {
  if (contents === 'plain') return
  if (contents === 'network') {
    for (const environment of environments) await fillNetwork(environment, networkSize)
    return
  }
  if (contents === 'agenda') {
    for (const environment of environments) await fillAgenda(environment, agendaSize)
    return
  }
  const targets: BulkTarget[] = []
  try {
    for (const { DATABASE_URL: url, DATA_DIR: folder = '' } of environments) {
      targets.push(url ? await openServerTarget(url) : await openEmbeddedTarget(folder))
    }
    await fillDirectory(targets, organisationCounts[contents])
  } finally {
    for (const target of targets) await target.close()
  }
}
