import { readdirSync, readFileSync } from 'node:fs'
import PostalMime from 'postal-mime'
import { listSides } from '../src/features/agenda/planning/index.ts'
import { trades } from '../src/features/contacts/index.ts'
import { listLookAlikes } from '../src/features/questions/asking/look-alikes.queries.ts'
import type { RoutedPeer } from '../src/features/questions/routing/peer.ts'
import { planWave } from '../src/features/questions/routing/waves.ts'
import type { Context } from '../src/platform/context/context.ts'
import { newId } from '../src/platform/context/identifier.ts'
import { openDatabase } from '../src/platform/database/open-database.ts'
import { readAnswer } from '../src/platform/mail/inbound/reading/read-answer.ts'
import { projectPath } from '../src/platform/settings/project-path.ts'
import { readSettings } from '../src/platform/settings/settings.ts'
import { contextOf, fillPractices, findGroup, madeUpQuestion } from './contents/fill-practices.ts'
import type { Fixture } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { startSite } from './load/site.ts'
import { type PageCost, pageCosts } from './practices/page-cost.ts'
import { visitCosts } from './practices/visit.ts'
import { inWords, type Row, row } from './report/row.ts'
import { percentile, spreadOf } from './report/statistics.ts'

const mails = 500
const rounds = 50
const group = '/networks/france-coree'

/** How fast replies are read, peers are found, and sheets and questions are looked up. */
export async function measurePractices({ grounds, prepare }: Fixtures): Promise<Row[]> {
  const rows = [await readReplies(), ...(await readLong())]
  await prepare('plain')
  for (const fixture of grounds)
    rows.push(...(await look(fixture)), ...(await comparePages(fixture)), ...(await visit(fixture)))
  return rows
}

/** A mailbox full of replies as the worker takes them, beside a visit that only fetches and parses the same ones. */
async function visit(fixture: Fixture): Promise<Row[]> {
  await fixture.copy('plain', 'practices')
  try {
    const [few, many] = await visitCosts(fixture.environment('practices'), [1_000, 10_000])
    if (!few || !many) throw new Error('No mailbox was visited')
    const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`
    return [
      ...[few, many].map(({ replies, seconds, bareSeconds }) =>
        row({
          what: `a visit of ${replies} replies`,
          database: fixture.name,
          figure: `${(replies / seconds).toFixed(0)} a second`,
          baseline: `fetched and parsed alone ${(replies / bareSeconds).toFixed(0)}: ${((100 * bareSeconds) / seconds).toFixed(0)} %`,
          ...{ wanted: '≥ 50 % of it', verdict: bareSeconds / seconds >= 0.5 ? 'met' : 'SHORT' },
        }),
      ),
      row({
        what: `memory in use after ${many.replies} replies`,
        database: fixture.name,
        figure: megabytes(many.heap),
        baseline: `after ${few.replies}: ${megabytes(few.heap)}`,
        ...{ wanted: '≤ 1.1 ×', verdict: many.heap <= 1.1 * few.heap ? 'met' : 'SHORT' },
      }),
    ]
  } finally {
    await fixture.remove('practices')
  }
}

const [fewRecords, manyRecords] = [1_000, 10_000]

/** What the first pages of both lists read among so many sheets, questions and ties, and among ten times as many. */
async function comparePages(fixture: Fixture): Promise<Row[]> {
  const costsAmong = async (count: number): Promise<PageCost[]> => {
    await fixture.copy('plain', 'practices')
    const database = await openDatabase(readSettings(fixture.environment('practices')))
    try {
      const context = contextOf(database)
      const networkId = await findGroup(context)
      await fillPractices(context, networkId, { sheets: count, questions: count })
      return await pageCosts(context, networkId)
    } finally {
      await database.close()
      await fixture.remove('practices')
    }
  }
  const [few, many] = [await costsAmong(fewRecords), await costsAmong(manyRecords)]
  const inWords = (cost: PageCost | undefined) => `${cost?.statements} statements, ${cost?.blocks} blocks`
  return many.map((cost, at) =>
    row({
      what: `first page of ${cost.what}, among ${manyRecords}`,
      database: fixture.name,
      figure: inWords(cost),
      baseline: `among ${fewRecords}: ${inWords(few[at])}`,
      wanted: '≤ 1.3 × + 20 blocks',
      verdict: cost.blocks <= (few[at]?.blocks ?? 0) * 1.3 + 20 ? 'met' : 'SHORT',
    }),
  )
}

/** Of forms that mail programs really write: those of the tests, again and again. */
async function readReplies(): Promise<Row> {
  const folder = projectPath('test', 'mails', 'answers')
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  const all = Array.from({ length: mails }, (_, at) => readFileSync(`${folder}/${files[at % files.length]}`))
  const timed = async (read: (bytes: Uint8Array) => Promise<unknown>) => {
    const start = performance.now()
    for (const bytes of all) await read(bytes)
    return performance.now() - start
  }
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round <= 5; round++) {
    const [one, other] = [await timed(readAnswer), await timed((bytes) => PostalMime.parse(bytes))]
    if (round > 0) {
      ours.push(one / mails)
      bare.push(other / mails)
    }
  }
  const ratio = spreadOf(ours.map((each, at) => each / (bare[at] ?? 1)))
  return row({
    what: `a reply read, ${files.length} forms, ${mails} mails`,
    figure: inWords(spreadOf(ours), ' ms'),
    baseline: `parsed alone ${inWords(spreadOf(bare), ' ms')}`,
    ...{ ratio, wanted: '≤ 2 × parsing', verdict: ratio.median <= 2 ? 'met' : 'SHORT' },
  })
}

const shapes = {
  'one line': (size: number) => 'a'.repeat(size),
  'quote marks': (size: number) => '>'.repeat(size / 10).concat(' oui'),
  'lines of quotes': (size: number) => '> oui, nous le faisons ainsi\r\n'.repeat(size / 30),
  'nested parts': (size: number) => nested(Math.round(size / 100)),
}

function nested(depth: number): string {
  const opened = Array.from(
    { length: depth },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
  )
  return `${opened.join('')}--b${depth}\r\nContent-Type: text/plain\r\n\r\nOui.\r\n`
}

/** Twice the text must not take much more than twice the time, whoever wrote it. */
async function readLong(): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, text] of Object.entries(shapes)) {
    const timeOf = async (size: number) => {
      const type = name === 'nested parts' ? 'multipart/mixed; boundary=b0' : 'text/plain; charset=utf-8'
      const mail = Buffer.from(
        `From: a@b.example\r\nTo: c@d.example\r\nSubject: Re\r\nContent-Type: ${type}\r\n\r\n${text(size)}`,
      )
      const taken = []
      for (let round = 0; round < 5; round++) {
        const start = performance.now()
        await readAnswer(mail)
        taken.push(performance.now() - start)
      }
      return percentile(taken, 0.5)
    }
    await timeOf(2 ** 17)
    const [half, whole] = [await timeOf(2 ** 19), await timeOf(2 ** 20)]
    rows.push(
      row({
        what: `a mail of 1 MB of ${name}`,
        figure: `${whole.toFixed(0)} ms`,
        baseline: `half of it ${half.toFixed(0)} ms: × ${(whole / half).toFixed(2)}`,
        ...{ wanted: '≤ 2.3 × its half', verdict: whole <= 2.3 * half || whole < 20 ? 'met' : 'SHORT' },
      }),
    )
  }
  return rows
}

async function route(context: Context): Promise<Row[]> {
  const found = await listSides(context, {
    ...{
      countries: ['FR', 'KR'],
      from: '2017-01-01',
      to: '2018-12-31',
      knownOn: '2017-11-01',
      networkId: null,
    },
  })
  const sides = new Map(found.map((side) => [side.country, side]))
  const around = {
    sides,
    areTied: (one: string, other: string) => one === 'o3' && other === 'o8',
    leavingOn: () => 0,
  }
  const at = Temporal.Instant.from('2017-09-29T08:00:00Z')
  const peers = Array.from({ length: 500 }, (_, number) => peerOf(number))
  const wave = (by: number) =>
    planWave(
      {
        ...{ by: peerOf(by).organisation, themes: ['parks_and_gardens'], trade: 'parks', language: 'fr' },
        ...{ visibility: 'group', named: [] },
      },
      peers,
      around,
      at,
    )
  for (let number = 0; number < 5; number++) wave(number)
  const taken = Array.from({ length: rounds }, (_, number) => timeOf(() => wave(number)))
  const morning = timeOf(() => {
    for (let number = 0; number < 100; number++) wave(number)
  })
  const p95 = percentile(taken, 0.95)
  return [
    row({
      what: 'a wave among 500 people',
      figure: `p95 ${p95.toFixed(1)} ms`,
      ...{ wanted: '< 20 ms', verdict: p95 < 20 ? 'met' : 'SHORT' },
    }),
    row({
      what: 'the waves of 100 questions',
      figure: `${morning.toFixed(0)} ms`,
      ...{ wanted: '< 2,000 ms', verdict: morning < 2000 ? 'met' : 'SHORT' },
    }),
  ]
}

function peerOf(number: number): RoutedPeer {
  const isFrench = number % 2 === 1
  return {
    id: String(number),
    organisation: {
      id: `o${number % 200}`,
      country: isFrench ? 'FR' : 'KR',
      tiers: [isFrench ? 'commune' : 'basic'],
      population: 50_000 + number * 731,
      areaPopulation: null,
    },
    trades: [trades[number % trades.length] ?? 'parks'],
    languages: ['ko'],
    consents: number % 5 !== 0,
    notOn: [],
    quota: 2,
    askedOn: number % 7 === 0 ? ['2017-08-01'] : [],
    answered: number % 3,
    asked: number % 4,
    absentUntil: null,
    quiet: [],
    sheets: number % 11 === 0 ? ['parks_and_gardens'] : [],
  }
}

function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const sizes = [
  // Sheets alone, to be printed.
  { sheets: 40, questions: 0 },
  { sheets: 100, questions: 500 },
  { sheets: 1_000, questions: 5_000 },
]

/** Sheets on paper, then look-alikes, search and list at two sizes, each on a database of its own. */
async function look(fixture: Fixture): Promise<Row[]> {
  const rows: Row[] = []
  for (const size of sizes) {
    await fixture.copy('plain', 'practices')
    const environment = fixture.environment('practices')
    const database = await openDatabase(readSettings(environment))
    let places: string[]
    const alike: number[] = []
    try {
      const context = contextOf(database)
      const networkId = await findGroup(context)
      if (rows.length === 0 && fixture.name === 'embedded') rows.push(...(await route(context)))
      places = await fillPractices(context, networkId, size)
      for (let round = 0; round < rounds; round++) {
        const { text, language } = madeUpQuestion(round * 11 + 1, places)
        const question = { [language]: { text, state: 'original' as const } }
        const start = performance.now()
        await listLookAlikes(context, networkId, { id: newId(), question, themes: ['parks_and_gardens'] })
        alike.push(performance.now() - start)
      }
    } finally {
      await database.close()
    }
    const site = await startSite(environment)
    try {
      const api = `${site.url}/api/v1${group}`
      if (size.questions === 0) {
        rows.push(...(await print(fixture, site.url)))
        continue
      }
      const words = (round: number) => encodeURIComponent(places[(round * 13) % places.length] ?? '')
      const search = await ask((round) => `${api}/questions?limit=20&q=${words(round)}`)
      const sheets = await ask((round) => `${api}/practices?limit=20&q=${words(round)}`)
      // Each day is a page of its own: nothing is kept of the one before.
      const list = await ask(
        (round) =>
          `${site.url}/fr/france-coree/questions?now=2018-01-${String((round % 28) + 1).padStart(2, '0')}`,
        28,
      )
      const among = `among ${size.sheets} sheets, ${size.questions} questions, ${size.questions * 3} answers`
      const isLarge = size === sizes.at(-1)
      rows.push(
        within(fixture, `look-alikes ${among}`, alike, isLarge ? 30 : null),
        within(fixture, `search of questions ${among}`, search, isLarge ? 20 : null),
        within(fixture, `search of sheets ${among}`, sheets, isLarge ? 20 : null),
        within(fixture, `list of questions anew ${among}`, list, null),
      )
    } finally {
      await site.stop()
      await fixture.remove('practices')
    }
  }
  return rows
}

async function ask(address: (round: number) => string, times = rounds): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round <= times; round++) {
    const start = performance.now()
    const answer = await fetch(address(round))
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${address(round)} answered ${answer.status}`)
    if (round > 0) taken.push(performance.now() - start)
  }
  return taken
}

function within(fixture: Fixture, what: string, taken: readonly number[], wantedMs: number | null): Row {
  const p95 = percentile(taken, 0.95)
  return row({
    what,
    database: fixture.name,
    figure: `p95 ${p95.toFixed(1)} ms; ${inWords(spreadOf(taken), ' ms')}`,
    ...(wantedMs === null
      ? {}
      : { wanted: `p95 ≤ ${wantedMs} ms`, verdict: p95 <= wantedMs ? 'met' : 'SHORT' }),
  })
}

/** Sheets on paper, drawn anew: each on a day of its own, so that nothing is kept. */
async function print(fixture: Fixture, url: string): Promise<Row[]> {
  const paper = `${url}/fr/france-coree/practices`
  const day = (round: number) => `now=2018-02-${String((round % 28) + 1).padStart(2, '0')}`
  const one = await ask((round) => `${paper}/un-parc/sheet.pdf?${day(round)}`, 27)
  const many = await ask((round) => `${paper}.pdf?${day(round)}`, 5)
  return [within(fixture, 'a sheet as PDF', one, 150), within(fixture, '30 sheets in one PDF', many, 2000)]
}
