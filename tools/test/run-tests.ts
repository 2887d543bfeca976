import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, startCluster } from './cluster.ts'
import { installPackages } from './install-packages.ts'
import { allowedMissing, type TestPackage, testPackages } from './packages.ts'
import { runRoot } from './run-root.ts'
import { countTests, runVitest, stopVitest } from './run-vitest.ts'
import { addTallies, emptyTally, exitCodeOf, type Tally, tallyLine } from './tally.ts'

/** Some projects that run together, or one part of a project that is cut into as many. */
interface Batch {
  projects: string[]
  part?: { number: number; of: number }
}

/**
 * One round after the other, and in each its batches, as many side by side as it has lanes: first what shares processes and keeps
 * every core busy, then what takes one file after the other and waits now and then, the longest first.
 */
const rounds: { lanes: number; batches: Batch[] }[] = [
  { lanes: 1, batches: [{ projects: ['embedded', 'server'] }] },
  {
    lanes: 4,
    batches: [
      { projects: ['operations'] },
      ...[1, 2, 3].map((number) => ({ projects: ['e2e'], part: { number, of: 3 } })),
      { projects: ['pages-fr'] },
      { projects: ['pages-ko'] },
      { projects: ['pages-en'] },
    ],
  },
]

/**
 * Runs every test, or those whose files' paths hold one of the words, and ends with one line that counts them. Answers
 * the exit code.
 */
export async function runTests(filters: readonly string[]): Promise<number> {
  const stillMissing = installPackages(testPackages)
  const allowed = allowedMissing(process.env)
  // The server, each run of vitest and what they start have it from here.
  process.env.TMPDIR = runRoot()
  const interrupted = onInterrupt()
  const { cluster, unusable } = await openGround(stillMissing)
  const folder = makeRunFolder()
  const tallies: Tally[] = []
  try {
    for (const round of rounds) {
      const waiting = round.batches.values()
      const lanes = Array.from({ length: round.lanes }, async () => {
        for (const batch of waiting)
          if (!interrupted())
            tallies.push(await runBatch(batch, filters, { unusable, allowed, cluster, folder }))
      })
      await Promise.all(lanes)
    }
  } finally {
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  for (const { name, neededFor } of stillMissing) {
    const verdict = allowed.includes(name) ? 'counted as skipped' : 'failed: install it, or set ALLOW_MISSING'
    process.stdout.write(`The Debian package ${name} is missing: ${neededFor} ${verdict}\n`)
  }
  const total = interrupted()
    ? { ...addTallies(tallies), failed: addTallies(tallies).failed + 1 }
    : addTallies(tallies)
  if (total.failures.length > 0)
    process.stdout.write(`Failed:\n${total.failures.map((line) => `  ${line}\n`).join('')}`)
  process.stdout.write(`${tallyLine(total)}\n`)
  return exitCodeOf(total)
}

interface Ground {
  /** Packages that are missing, or do not work. */
  unusable: TestPackage[]
  allowed: string[]
  cluster: Cluster | null
  /** Where everything temporary is made; it goes with the run, however that ends. */
  folder: string
}

function makeRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-run-'))
  // Some tests are another user in it.
  chmodSync(folder, 0o755)
  return folder
}

async function openGround(missing: TestPackage[]): Promise<Pick<Ground, 'cluster' | 'unusable'>> {
  const postgresql = testPackages.filter(({ name }) => name === 'postgresql-17')
  if (missing.some((each) => postgresql.includes(each))) return { cluster: null, unusable: missing }
  try {
    return { cluster: await startCluster(), unusable: missing }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return { cluster: null, unusable: [...missing, ...postgresql] }
  }
}

async function runBatch(batch: Batch, filters: readonly string[], ground: Ground): Promise<Tally> {
  const { projects, part } = batch
  const missingFor = (project: string) => ground.unusable.find((each) => each.projects.includes(project))
  const runs = projects.filter((project) => !missingFor(project))
  const done =
    runs.length === 0
      ? emptyTally
      : await runVitest(runs, [...filters, ...shardOf(part)], environmentFor(ground))
  const others: Tally[] = []
  // What cannot run is counted as a whole, with its first part.
  const counted = part && part.number > 1 ? [] : projects.filter((each) => !runs.includes(each))
  for (const project of counted) {
    const count = await countTests([project], filters)
    const cause = missingFor(project)
    // What is installed and does not work is a failure, whatever is allowed to be missing.
    const isAllowed = cause?.isThere() === false && ground.allowed.includes(cause.name)
    others.push(isAllowed ? { ...emptyTally, skipped: count } : { ...emptyTally, failed: count })
  }
  return addTallies([done, ...others])
}

const shardOf = (part: Batch['part']) => (part ? [`--shard=${part.number}/${part.of}`] : [])

/** Each test that opens a database is run on one of the two, and some on both, unless TEST_DATABASES is `both`. */
function environmentFor({ cluster, folder }: Ground): Record<string, string> {
  const templates = join(folder, 'templates')
  mkdirSync(templates, { recursive: true })
  return {
    TMPDIR: folder,
    TEST_TEMPLATES: templates,
    ...(cluster
      ? { TEST_DATABASE_URL: cluster.url, TEST_DATABASES: process.env.TEST_DATABASES ?? 'shared' }
      : {}),
  }
}

function onInterrupt(): () => boolean {
  let interrupted = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      interrupted = true
      stopVitest()
    })
  }
  return () => interrupted
}
