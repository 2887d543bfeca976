import { z } from 'zod'
import { buildBare } from './bare/build-bare.ts'
import { largeNetwork } from './contents/fill-network.ts'
import { type Ground, networkSize } from './grounds/ground.ts'
import type { Grounds } from './grounds/open-grounds.ts'
import { type Child, startChild } from './load/child.ts'
import { compare, type Run, ratesInWords } from './load/rounds.ts'
import { sendTo } from './load/send-to.ts'
import { type Site, startSite } from './load/site.ts'
import { type Row, row } from './report/row.ts'
import { spreadOf } from './report/statistics.ts'

const rounds = 3
const seconds = 6
const warmUpSeconds = 20
const connections = 16
const wanted = 0.5
const aim = { perSecond: 1000, p99Ms: 60 }

// Every page of the list in every order and language: far more than the page cache holds, so that it never answers.
const paths = ['fr', 'ko', 'en'].flatMap((language) =>
  ['name', '-name', 'since', '-since'].flatMap((sort) =>
    Array.from(
      { length: 170 },
      (_, page) => `/${language}/${largeNetwork}/cooperations?sort=${sort}&page=${page + 1}`,
    ),
  ),
)

/** Lists of ten thousand cooperations drawn anew, against the same SQL and the same rendering in a loop without a server. */
export async function measureDrawnPage({ grounds, prepare }: Grounds): Promise<Row[]> {
  await prepare('network')
  const rows: Row[] = []
  for (const ground of grounds) rows.push(...(await measureOn(ground)))
  return rows
}

async function measureOn(ground: Ground): Promise<Row[]> {
  // An embedded database has one process: the loop gets a copy, and on a server one too, to be fair.
  await ground.copy('network', 'loop')
  const site = await startSite(ground.environment('network'))
  const loop = await startChild(await buildBare('bare-loop'), [], ground.environment('loop'))
  try {
    await (await fetch(site.url + (paths[0] ?? ''))).arrayBuffer()
    await drawIn(site, warmUpSeconds)
    await loopIn(loop, warmUpSeconds)
    const hitsBefore = await hitsOf(site)
    const compared = await compare(
      rounds,
      () => drawIn(site, seconds),
      () => loopIn(loop, seconds),
    )
    if ((await hitsOf(site)) !== hitsBefore)
      throw new Error('The page cache has answered: these pages were not drawn anew')
    const what = `list page drawn anew, ${networkSize} cooperations`
    const { median: perSecond } = spreadOf(compared.figure.map((run) => run.perSecond))
    const { median: p99Ms } = spreadOf(compared.figure.map((run) => run.p99Ms ?? 0))
    const isAimMet = perSecond >= aim.perSecond && p99Ms <= aim.p99Ms
    return [
      row({
        what,
        database: ground.name,
        ...ratesInWords(compared),
        wanted: `ratio ≥ ${wanted}`,
        verdict: compared.ratio.median >= wanted ? 'met' : 'SHORT',
      }),
      row({
        what: `${what}, ${connections} connections`,
        database: ground.name,
        figure: `${Math.round(perSecond)}/s, p99 ${Math.round(p99Ms)} ms`,
        wanted: `${aim.perSecond}/s, p99 ≤ ${aim.p99Ms} ms`,
        verdict: isAimMet ? 'aim met' : 'aim missed',
      }),
    ]
  } finally {
    await loop.stop()
    await site.stop()
    await ground.remove('loop')
  }
}

let asked = 0

async function drawIn({ pid, url }: Site, seconds: number): Promise<Run> {
  const run = await sendTo(pid, { url, paths, from: asked % paths.length, connections, seconds })
  // Beyond those that were under way when the time was up.
  asked += run.requests + connections
  return run
}

const drawn = z.object({ drawn: z.number(), seconds: z.number(), cpuMs: z.number() })

async function loopIn(loop: Child, seconds: number): Promise<Run> {
  const answer = drawn.parse(await loop.ask({ paths, from: 0, atATime: connections, seconds }))
  return { perSecond: answer.drawn / answer.seconds, cpuMs: answer.cpuMs / answer.drawn }
}

async function hitsOf({ url }: Site): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^entente_page_cache_hits (\d+)/m.exec(metrics)?.[1])
}
