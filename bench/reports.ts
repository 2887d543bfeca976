import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { post, runCommand, signIn } from './briefs.ts'
import { fillNetwork, largeNetwork } from './contents/fill-network.ts'
import type { Environment, Fixture } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { commandOf, peakMb, pidsBelow, residentMb } from './load/process-stat.ts'
import { type Site, startSite } from './load/site.ts'
import { type Row, row } from './report/row.ts'
import { percentile } from './report/statistics.ts'

const sizes = [2000, 4000]
const draft = `/fr/${largeNetwork}/reports/draft`
const people = [
  ['fr@groupe.example', 'paris'],
  ['ko@groupe.example', 'seoul'],
] as const
/** What an edition of France and Korea has: three languages as PDF and Word, two workbooks, two letters, facts and manifest. */
const filesAnEdition = 12

/** How long a report takes from its records to its files: the demonstration’s, and those of 2,000 and 4,000 ties beside visitors. */
export async function measureReports({ grounds, prepare }: Fixtures): Promise<Row[]> {
  await prepare('plain')
  const rows = grounds.map(demonstrationRow)
  const server = grounds.find(({ name }) => name.startsWith('PostgreSQL'))
  if (!server) throw new Error('There is no database server')
  let aboveFirst = Number.POSITIVE_INFINITY
  for (const ties of sizes) {
    const figures = await measureLarge(server, ties)
    rows.push(...rowsOf(ties, server.name, figures, aboveFirst))
    aboveFirst = Math.min(aboveFirst, figures.above)
  }
  return rows
}

function demonstrationRow(fixture: Fixture): Row {
  const startedAt = performance.now()
  const environment = { ...fixture.environment('plain'), NOW: '2026-12-02' }
  runCommand(environment, 'report', 'rebuild', '2', '--network', 'france-coree')
  const seconds = (performance.now() - startedAt) / 1000
  return row({
    what: 'report of the demonstration: all files drawn again, the command’s start with them',
    database: fixture.name,
    figure: `${seconds.toFixed(1)} s`,
    wanted: '< 5 s',
    verdict: seconds < 5 ? 'met' : 'SHORT',
  })
}

/** The second report of a large network, made in the server that its visitors read meanwhile. */
async function measureLarge(fixture: Fixture, ties: number): Promise<Figures> {
  const name = `report_${ties}`
  await fixture.copy('plain', name)
  const environment = fixture.environment(name)
  await fillNetwork(environment, ties)
  for (const [account, organisation] of people)
    runCommand(
      environment,
      ...['user', 'add', account, '--network', largeNetwork, '--role', 'coordinator'],
      ...['--organisation', organisation],
    )
  const site = await startSite(environment)
  try {
    const calm = await readPages(site, 40)
    const idle = residentMb(site.pid)
    const memory = watchMemory(site)
    const cookie = await signIn(site, environment, people[0][0])
    const first = { number: 1, from: '2025-01-01', to: '2025-12-31' }
    publish(environment, await make(site, environment, cookie, first))
    const startedAt = performance.now()
    let isReady = false
    const second = { number: 2, from: '2026-01-01', to: '2026-11-01' }
    const made = make(site, environment, cookie, second).finally(() => {
      isReady = true
    })
    const busy = await readPages(site, Number.POSITIVE_INFINITY, () => isReady)
    await made
    const seconds = (performance.now() - startedAt) / 1000
    const most = memory.stop()
    return { seconds, calm, busy, above: most.site - idle, typst: most.below }
  } finally {
    await site.stop()
    await fixture.remove(name)
  }
}

interface Figures {
  seconds: number
  /** Milliseconds of a page drawn anew, before and meanwhile. */
  calm: number[]
  busy: number[]
  /** Megabytes of the server above what it held before, and of what it started. */
  above: number
  typst: number
}

function rowsOf(
  ties: number,
  database: string,
  { seconds, calm, busy, above, typst }: Figures,
  aboveFirst: number,
): Row[] {
  const what = `report of ${ties.toLocaleString('en-GB')} ties`
  const isWanted = ties === sizes[0]
  const slower = percentile(busy, 0.5) / percentile(calm, 0.5)
  return [
    row({
      what: `${what}: facts, difference to the edition before, all files`,
      database,
      figure: `${seconds.toFixed(1)} s`,
      ...(isWanted ? { wanted: '< 20 s', verdict: seconds < 20 ? 'met' : 'SHORT' } : {}),
    }),
    row({
      what: `${what}: memory of the server above the idle one`,
      database,
      figure: `${above.toFixed(0)} MB, and ${typst.toFixed(0)} MB of Typst`,
      wanted: isWanted ? '< 150 MB' : 'as at 2,000',
      verdict: above < (isWanted ? 150 : 1.2 * aboveFirst) ? 'met' : 'SHORT',
    }),
    row({
      what: `${what}: a list page drawn anew meanwhile`,
      database,
      figure: `p50 ${percentile(busy, 0.5).toFixed(0)} ms of ${busy.length}, p95 ${percentile(busy, 0.95).toFixed(0)} ms`,
      baseline: `p50 ${percentile(calm, 0.5).toFixed(0)} ms, p95 ${percentile(calm, 0.95).toFixed(0)} ms`,
      ...(isWanted ? { wanted: '≤ 2 × as slow', verdict: slower <= 2 ? 'met' : 'SHORT' } : {}),
    }),
  ]
}

/** Signs and publishes the first report, that the second one has something to be compared with. */
function publish(environment: Environment, digest: string): void {
  const report = (...words: string[]) =>
    runCommand(environment, 'report', ...words, '--network', largeNetwork)
  for (const [account] of people) report('sign', '--person', account, '--digest', digest)
  report('publish')
}

/** Gathers and freezes a report as a coordinator does on its page, and waits for its files; returns the digest of its facts. */
async function make(
  { url }: Site,
  environment: Environment,
  cookie: string,
  { number, ...period }: { number: number; from: string; to: string },
): Promise<string> {
  for (const [step, form] of [
    ['gather', period],
    ['freeze', {}],
  ] as const) {
    const page = await (await fetch(url + draft, { headers: { cookie } })).text()
    const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
    const answer = await post(`${url}${draft}/${step}`, { seen, ...form }, cookie)
    if (answer.status !== 303) throw new Error(`${step} was answered by ${answer.status}`)
  }
  return untilDrawn(environment, number)
}

async function untilDrawn({ DATABASE_URL: url }: Environment, number: number): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const drawn = `select count(*)::int as count, min(r.digest) as digest from reports_file f join reports_report r on r.report_id = f.report_id
      join networks_network n on n.network_id = r.network_id where n.slug = $1 and r.number = $2`
    for (let round = 0; round < 1200; round++) {
      const { rows } = await client.query<{ count: number; digest: string }>(drawn, [largeNetwork, number])
      if (rows[0] && rows[0].count >= filesAnEdition) return rows[0].digest
      await wait(100)
    }
    throw new Error('The files of the report were not drawn within two minutes')
  } finally {
    await client.end()
  }
}

/** Reads a page that nothing is kept of, one request after the other: each on another day. Returns milliseconds. */
async function readPages({ url }: Site, most: number, isOver = () => false): Promise<number[]> {
  const taken: number[] = []
  const first = Temporal.PlainDate.from('2023-01-01')
  for (let round = 0; round < most && !isOver(); round++) {
    const startedAt = performance.now()
    const answer = await fetch(
      `${url}/fr/${largeNetwork}/cooperations?now=${first.add({ days: round % 1400 })}`,
    )
    await answer.arrayBuffer()
    // The first ones warm the server up.
    if (round >= 10) taken.push(performance.now() - startedAt)
  }
  return taken
}

/** Looks every fiftieth of a second how much memory a server holds, and the processes that it has started. */
function watchMemory({ pid }: Site): { stop(): { site: number; below: number } } {
  let [site, below] = [0, 0]
  const timer = setInterval(() => {
    if (commandOf(pid).length === 0) return
    site = Math.max(site, residentMb(pid))
    for (const child of pidsBelow(pid)) below = Math.max(below, peakMb(child))
  }, 20)
  return {
    stop: () => {
      clearInterval(timer)
      return { site, below }
    },
  }
}
