import { setTimeout as wait } from 'node:timers/promises'
import type { Fixture } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { residentMb } from './load/process-stat.ts'
import { type Site, startByNpm } from './load/site.ts'
import { inWords, type Row, row } from './report/row.ts'
import { spreadOf } from './report/statistics.ts'

const rounds = 5
const wantedSeconds = 2
const idleSeconds = 60
const wantedMb: Record<string, number> = { embedded: 450 }
const wantedMbOnServer = 160
const handful = [
  '/fr',
  '/fr/france-coree',
  '/ko/france-coree/cooperations',
  '/en/directory?q=Suncheon',
  '/api/v1/networks',
]

/** How soon `npm start` is ready where everything is prepared, and how much memory it holds a minute later. */
export async function measureStart({ grounds, prepare, firstStarts }: Fixtures): Promise<Row[]> {
  await prepare('plain')
  const seconds = new Map<Fixture, number[]>(grounds.map((fixture) => [fixture, []]))
  for (let round = 1; round < rounds; round++) {
    for (const fixture of grounds) await (await start(fixture, seconds)).stop()
  }
  const sites: Site[] = []
  try {
    for (const fixture of grounds) sites.push(await start(fixture, seconds))
    for (const site of sites) for (const path of handful) await (await fetch(site.url + path)).arrayBuffer()
    await wait(idleSeconds * 1000)
    const memory = sites.map((site) => residentMb(site.pid))
    return grounds.flatMap((fixture, place) => [
      ...startRows(fixture, seconds.get(fixture) ?? [], firstStarts.get(fixture)),
      memoryRow(fixture, memory[place] ?? Number.NaN),
    ])
  } finally {
    for (const site of sites) await site.stop()
  }
}

async function start(fixture: Fixture, seconds: Map<Fixture, number[]>): Promise<Site> {
  const site = await startByNpm(fixture.environment('plain'))
  seconds.get(fixture)?.push(site.secondsToReady)
  return site
}

function startRows(fixture: Fixture, seconds: number[], first: number | undefined): Row[] {
  const warm = spreadOf(seconds)
  return [
    row({
      what: 'warm start: npm start to the ready line',
      database: fixture.name,
      figure: inWords(warm, ' s'),
      wanted: `< ${wantedSeconds} s`,
      verdict: warm.median < wantedSeconds ? 'met' : 'SHORT',
    }),
    row({
      what: 'first start, with directory and demonstration',
      database: fixture.name,
      figure: first === undefined ? 'made by an earlier run' : `${first.toFixed(1)} s`,
    }),
  ]
}

function memoryRow(fixture: Fixture, megabytes: number): Row {
  const wanted = wantedMb[fixture.name] ?? wantedMbOnServer
  return row({
    what: `memory (RSS) ${idleSeconds} s after a warm start and ${handful.length} requests`,
    database: fixture.name,
    figure: `${Math.round(megabytes)} MB`,
    wanted: `< ${wanted} MB`,
    verdict: megabytes < wanted ? 'met' : 'SHORT',
  })
}
