import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changedFiles, listTests, selectTests } from './changed.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { installPackages } from './install-packages.ts'
import { allowedMissing, type TestPackage, testPackages } from './packages.ts'
import { leftOut } from './rotation.ts'
import { runRoot } from './run-root.ts'
import { countTests, runVitest, stopVitest } from './run-vitest.ts'
import { stories } from './stories.ts'
import { addTallies, emptyTally, exitCodeOf, type Tally, tallyLine } from './tally.ts'

/** Projects of vitest that run together; `workers` where it is not one a core. */
interface Batch {
  projects: string[]
  workers?: number
}

/**
 * One round after the other, and in each its batches side by side: first what keeps every core busy by itself, then what waits half of
 * its time, for a process to start, a mail to come or a page to be drawn.
 */
const rounds: Batch[][] = [
  [{ projects: ['embedded', 'server'] }],
  [
    // Most of its time it waits.
    { projects: ['operations'], workers: 3 },
    { projects: ['e2e'], workers: 2 },
    { projects: ['pages-addressed', 'pages-reached'], workers: 2 },
  ],
]

/**
 * Runs every test; or those whose files' paths hold one of the words; or, after `--changed` and perhaps a commit, those of what differs
 * from it. Ends with one line that counts them, and returns the exit code.
 */
export async function runTests(words: readonly string[]): Promise<number> {
  const [first, since = 'HEAD'] = words
  if (first !== '--changed') return runMatching(words, leftOut(process.env))
  const selection = selectTests(changedFiles(since), { all: listTests(), stories })
  const said = selection.leftOut.map((what) => `Not run: ${what}`)
  if (selection.tests.length > 0) return runMatching(selection.tests, said)
  process.stdout.write([`No test belongs to what differs from ${since}`, ...said, ''].join('\n'))
  return 0
}

async function runMatching(filters: readonly string[], said: readonly string[]): Promise<number> {
  const stillMissing = installPackages(testPackages)
  const allowed = allowedMissing(process.env)
  // The server, each run of vitest and what they start take it from here.
  process.env.TMPDIR = runRoot()
  const interrupted = onInterrupt()
  const { cluster, unusable } = await openFixture(stillMissing)
  const folder = makeRunFolder()
  const tallies: Tally[] = []
  try {
    for (const round of rounds) {
      if (interrupted()) break
      const fixture = { unusable, allowed, cluster, folder }
      tallies.push(...(await Promise.all(round.map((batch) => runBatch(batch, filters, fixture)))))
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
  for (const line of said) process.stdout.write(`${line}\n`)
  process.stdout.write(`${tallyLine(total)}\n`)
  return exitCodeOf(total)
}

interface Fixture {
  /** Packages that are missing, or do not work. */
  unusable: TestPackage[]
  allowed: string[]
  cluster: Cluster | null
  /** The folder of everything temporary; it goes with the run, however that ends. */
  folder: string
}

function makeRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-run-'))
  // Some tests act as another user in it.
  chmodSync(folder, 0o755)
  return folder
}

async function openFixture(missing: TestPackage[]): Promise<Pick<Fixture, 'cluster' | 'unusable'>> {
  const postgresql = testPackages.filter(({ name }) => name === 'postgresql-17')
  if (missing.some((each) => postgresql.includes(each))) return { cluster: null, unusable: missing }
  try {
    return { cluster: await startCluster(), unusable: missing }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return { cluster: null, unusable: [...missing, ...postgresql] }
  }
}

async function runBatch(
  { projects, workers }: Batch,
  filters: readonly string[],
  fixture: Fixture,
): Promise<Tally> {
  const missingFor = (project: string) => fixture.unusable.find((each) => each.projects.includes(project))
  const runs = projects.filter((project) => !missingFor(project))
  const done =
    runs.length === 0
      ? emptyTally
      : await runVitest(
          runs,
          [...filters, ...(workers ? [`--maxWorkers=${workers}`] : [])],
          environmentFor(fixture),
        )
  const others: Tally[] = []
  for (const project of projects.filter((each) => !runs.includes(each))) {
    const count = await countTests([project], filters)
    const cause = missingFor(project)
    // An installed package that does not work is a failure, whatever is allowed to be missing.
    const isAllowed = cause?.isThere() === false && fixture.allowed.includes(cause.name)
    others.push(isAllowed ? { ...emptyTally, skipped: count } : { ...emptyTally, failed: count })
  }
  return addTallies([done, ...others])
}

/** Each test that opens a database is run on one of the two, and some on both, unless TEST_DATABASES is `both`. */
function environmentFor({ cluster, folder }: Fixture): Record<string, string> {
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
