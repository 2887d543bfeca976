import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { buildBare } from './bare/build-bare.ts'
import { measureKept } from './cached-page.ts'
import { Chance } from './contents/chance.ts'
import { busyNetwork } from './contents/fill-agenda.ts'
import { largeNetwork } from './contents/fill-network.ts'
import { demonstration } from './contents/fill-practices.ts'
import { agendaSize, type Contents, type Fixture, networkSize, sheetsSize } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { type Child, startChild } from './load/child.ts'
import { openMachinePace, usualPerSecond } from './load/machine-pace.ts'
import { type Compared, compare, type Run, ratesInWords } from './load/rounds.ts'
import { sendTo } from './load/send-to.ts'
import { type Site, startSite } from './load/site.ts'
import { walkAtPace, walkOnce } from './load/walk.ts'
import { type Row, row } from './report/row.ts'
import { spreadOf } from './report/statistics.ts'

const rounds = 5
const changes = 3
// More than four million pages a day, each a page that no visitor has asked for since the change.
const comersPerSecond = 50
const comers = 1000
const seconds = 5
const connections = 16
const wanted = 0.5

// Every page of the list in every order and language.
const lists = ['fr', 'ko', 'en'].flatMap((language) =>
  ['name', '-name', 'since', '-since'].flatMap((sort) =>
    Array.from(
      { length: 170 },
      (_, page) => `/${language}/${largeNetwork}/cooperations?sort=${sort}&page=${page + 1}`,
    ),
  ),
)

// Every page of the agenda's list, whole and from some years on, and every month in which it has something with whatever span
// the list had. None is kept: the cache has no room.
const pagesOfSpan = { all: 200, past: 150, coming: 40 }
const languages = ['fr', 'ko', 'en']
const since = ['', '&from=2014']
const agendaLists = languages.flatMap((language) =>
  Object.entries(pagesOfSpan).flatMap(([span, pages]) =>
    since.flatMap((from, year) =>
      Array.from(
        { length: span === 'coming' ? pages : pages - year * 25 },
        (_, page) => `/${language}/${busyNetwork}/agenda?when=${span}${from}&page=${page + 1}`,
      ),
    ),
  ),
)
const months = languages.flatMap((language) =>
  Object.keys(pagesOfSpan).flatMap((span) =>
    Array.from({ length: 19 * 12 }, (_, index) => {
      const month = `${2012 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
      return `/${language}/${busyNetwork}/agenda/month?month=${month}&when=${span}`
    }),
  ),
)

// As far as a thousand rows are counted.
const practiceLists = languages.flatMap((language) =>
  ['practices', 'questions'].flatMap((list) =>
    Array.from({ length: 33 }, (_, page) => `/${language}/${demonstration}/${list}?page=${page + 1}`),
  ),
)

interface Drawn {
  what: string
  paths: readonly string[]
  contents: Contents
  /** The aim, beside the ratio. */
  aim: { perSecond?: number; p99Ms: number }
}

/** Lists of ten thousand cooperations rendered without a cache, against the same SQL and rendering in a loop without a server. */
export function measureDrawnPage(grounds: Fixtures): Promise<Row[]> {
  return measure(grounds, [
    {
      what: `list page drawn anew, ${networkSize} cooperations`,
      paths: lists,
      contents: 'network',
      aim: { perSecond: 1000, p99Ms: 60 },
    },
  ])
}

/** The list and the months of an agenda of ten thousand events, in the same way. */
export function measureDrawnAgenda(grounds: Fixtures): Promise<Row[]> {
  const contents = 'agenda'
  return measure(grounds, [
    {
      what: `agenda page drawn anew, ${agendaSize} events`,
      paths: agendaLists,
      contents,
      aim: { p99Ms: 60 },
    },
    { what: `month drawn anew, ${agendaSize} events`, paths: months, contents, aim: { p99Ms: 60 } },
  ])
}

/** The lists of ten thousand sheets and questions, in the same way, and the first page of the sheets as it is kept. */
export async function measurePracticePages(grounds: Fixtures): Promise<Row[]> {
  const contents = 'sheets'
  const what = `page of sheets or questions drawn anew, ${sheetsSize} of each`
  const kept = { what: 'kept page of sheets', path: `/fr/${demonstration}/practices`, contents } as const
  return [
    ...(await measureKept(grounds, kept)),
    ...(await measure(grounds, [{ what, paths: practiceLists, contents, aim: { p99Ms: 60 } }])),
  ]
}

async function measure({ grounds, prepare }: Fixtures, pages: readonly Drawn[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const page of pages) {
    await prepare(page.contents)
    for (const fixture of grounds) rows.push(...(await measureOn(fixture, page)))
  }
  return rows
}

async function measureOn(fixture: Fixture, { what, contents, aim, ...drawn }: Drawn): Promise<Row[]> {
  // As readers ask for them: not one language and all its pages after the other.
  const paths = new Chance(20171009).shuffled(drawn.paths)
  // An embedded database has one process: the loop gets a copy, and on a server one too, to be fair.
  await fixture.copy(contents, 'loop')
  const site = await startSite({ ...fixture.environment(contents), PAGE_CACHE_MEGABYTES: '0' })
  const loop = await startChild(await buildBare('bare-loop'), [], fixture.environment('loop'))
  const pace = await openMachinePace()
  try {
    const draw = () => walkOnce(site.pid, { url: site.url, paths, connections })
    const drawInLoop = () => loopIn(loop, { paths, from: 0 })
    const hitsBefore = await hitsOf(site)
    // Every row is read and drawn for the first time: since the start, by code that runs for the first time too, then since a change.
    const first = await compare(1, draw, drawInLoop)
    const afterChange = (work: () => Promise<Run>) => async () => {
      await changeBoth(fixture, contents)
      const slowness = await pace.slowness()
      return { ...(await work()), slowness }
    }
    const changed = fixture.change ? await compare(changes, afterChange(draw), drawInLoop) : null
    const calm = changed && (await comeByThemselves(site, paths, afterChange))
    const drawSome = turn(paths.length, async (from) => {
      const slowness = await pace.slowness()
      return { ...(await drawIn(site, paths, from)), slowness }
    })
    const loopSome = turn(paths.length, (from) => loopIn(loop, { paths, from, seconds }))
    const again = await compare(rounds, drawSome, loopSome)
    if ((await hitsOf(site)) !== hitsBefore)
      throw new Error('The page cache has answered: these pages were not drawn anew')
    return [
      rateRow(`${what}, each for the first time since the start`, fixture, first),
      ...(changed ? [rateRow(`${what}, each for the first time since a change`, fixture, changed)] : []),
      ...(calm
        ? [
            aimRow(`${what}, the same, ${comersPerSecond} readers a second`, fixture, calm, {
              p99Ms: aim.p99Ms,
            }),
          ]
        : []),
      // The loop also gives out what it has kept: nothing is drawn there that a server could be compared with.
      row({ what: `${what}, asked for again`, database: fixture.name, ...ratesInWords(again) }),
      aimRow(`${what}, asked for again, ${connections} connections`, fixture, again.figure, aim),
    ]
  } finally {
    await pace.stop()
    await loop.stop()
    await site.stop()
    await fixture.remove('loop')
  }
}

// An embedded database is changed by its own server alone.
async function changeBoth(fixture: Fixture, contents: Contents): Promise<void> {
  await fixture.change?.(contents)
  await fixture.change?.('loop')
  // Until both processes have looked.
  await wait(1000)
}

// Connections that are never idle wait for each other: how long a page takes is asked by readers who come one by one.
async function comeByThemselves(
  site: Site,
  paths: readonly string[],
  afterChange: (work: () => Promise<Run>) => () => Promise<Run>,
): Promise<Run[]> {
  const come = afterChange(() =>
    walkAtPace(site.pid, { url: site.url, paths: paths.slice(0, comers), perSecond: comersPerSecond }),
  )
  const runs: Run[] = []
  for (let round = 0; round < changes; round++) runs.push(await come())
  return runs
}

function rateRow(what: string, fixture: Fixture, compared: Compared): Row {
  return row({
    what,
    database: fixture.name,
    ...ratesInWords(compared),
    wanted: `ratio ≥ ${wanted}`,
    verdict: compared.ratio.median >= wanted ? 'met' : 'SHORT',
  })
}

// A promise in milliseconds is one for a machine: on a slower one each round is allowed as much more, and the row gives both figures.
function aimRow(what: string, fixture: Fixture, figure: readonly Run[], aim: Drawn['aim']): Row {
  const { perSecond: wantedRate = 0 } = aim
  const { median: perSecond } = spreadOf(figure.map((run) => run.perSecond))
  const { median: p99Ms } = spreadOf(figure.map((run) => run.p99Ms ?? 0))
  const slowness = spreadOf(figure.map((run) => run.slowness ?? 1))
  const usual = {
    perSecond: spreadOf(figure.map((run) => run.perSecond * (run.slowness ?? 1))).median,
    p99Ms: spreadOf(figure.map((run) => (run.p99Ms ?? 0) / (run.slowness ?? 1))).median,
  }
  return row({
    what,
    database: fixture.name,
    figure: `${Math.round(perSecond)}/s, p99 ${Math.round(p99Ms)} ms; at the usual pace ${Math.round(usual.perSecond)}/s, ${Math.round(usual.p99Ms)} ms`,
    baseline: `node:http ${Math.round(usualPerSecond / slowness.median)}/s, usually ${usualPerSecond}/s`,
    wanted: `${wantedRate > 0 ? `${wantedRate}/s, ` : ''}p99 ≤ ${aim.p99Ms} ms`,
    verdict: usual.perSecond >= wantedRate && usual.p99Ms <= aim.p99Ms ? 'aim met' : 'aim missed',
  })
}

/** Goes on in the list of paths where it has left off. */
function turn(length: number, work: (from: number) => Promise<Run & { requests: number }>) {
  let asked = 0
  return async () => {
    const done = await work(asked % length)
    // Beyond those that were under way when the time was up.
    asked += done.requests + connections
    return done
  }
}

function drawIn(
  { pid, url }: Site,
  paths: readonly string[],
  from: number,
): Promise<Run & { requests: number }> {
  return sendTo(pid, { url, paths, from, connections, seconds })
}

const drawn = z.object({ drawn: z.number(), seconds: z.number(), cpuMs: z.number() })

async function loopIn(
  loop: Child,
  asked: { paths: readonly string[]; from: number; seconds?: number },
): Promise<Run & { requests: number }> {
  const answer = drawn.parse(await loop.ask({ ...asked, atATime: connections }))
  return {
    requests: answer.drawn,
    perSecond: answer.drawn / answer.seconds,
    cpuMs: answer.cpuMs / answer.drawn,
  }
}

async function hitsOf({ url }: Site): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^entente_page_cache_hits (\d+)/m.exec(metrics)?.[1])
}
