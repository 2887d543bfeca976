import { setTimeout as wait } from 'node:timers/promises'
import type { Ground } from './grounds/ground.ts'
import type { Grounds } from './grounds/open-grounds.ts'
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
export async function measureStart({ grounds, prepare, firstStarts }: Grounds): Promise<Row[]> {
  await prepare('plain')
  const seconds = new Map<Ground, number[]>(grounds.map((ground) => [ground, []]))
  for (let round = 1; round < rounds; round++) {
    for (const ground of grounds) await (await start(ground, seconds)).stop()
  }
  const sites: Site[] = []
  try {
    for (const ground of grounds) sites.push(await start(ground, seconds))
    for (const site of sites) for (const path of handful) await (await fetch(site.url + path)).arrayBuffer()
    await wait(idleSeconds * 1000)
    const memory = sites.map((site) => residentMb(site.pid))
    return grounds.flatMap((ground, place) => [
      ...startRows(ground, seconds.get(ground) ?? [], firstStarts.get(ground)),
      memoryRow(ground, memory[place] ?? Number.NaN),
    ])
  } finally {
    for (const site of sites) await site.stop()
  }
}

async function start(ground: Ground, seconds: Map<Ground, number[]>): Promise<Site> {
  const site = await startByNpm(ground.environment('plain'))
  seconds.get(ground)?.push(site.secondsToReady)
  return site
}

function startRows(ground: Ground, seconds: number[], first: number | undefined): Row[] {
  const warm = spreadOf(seconds)
  return [
    row({
      what: 'warm start: npm start to the ready line',
      database: ground.name,
      figure: inWords(warm, ' s'),
      wanted: `< ${wantedSeconds} s`,
      verdict: warm.median < wantedSeconds ? 'met' : 'SHORT',
    }),
    row({
      what: 'first start, with directory and demonstration',
      database: ground.name,
      figure: first === undefined ? 'made by an earlier run' : `${first.toFixed(1)} s`,
    }),
  ]
}

function memoryRow(ground: Ground, megabytes: number): Row {
  const wanted = wantedMb[ground.name] ?? wantedMbOnServer
  return row({
    what: `memory (RSS) ${idleSeconds} s after a warm start and ${handful.length} requests`,
    database: ground.name,
    figure: `${Math.round(megabytes)} MB`,
    wanted: `< ${wanted} MB`,
    verdict: megabytes < wanted ? 'met' : 'SHORT',
  })
}
