import { PairKeeper } from '../src/features/partners/suggestions/keeping/pair-keeper.ts'
import { bareProfile } from '../src/features/partners/suggestions/profile.ts'
import { tabulate } from '../src/features/partners/suggestions/profile-table.ts'
import { listProfiles } from '../src/features/partners/suggestions/queries.ts'
import { makeRanker } from '../src/features/partners/suggestions/rank.ts'
import { suggest } from '../src/features/partners/suggestions/suggest.ts'
import {
  type SignalKey,
  signals,
  type Weight,
  weights,
} from '../src/features/partners/suggestions/weights.ts'
import { systemClock } from '../src/platform/context/clock.ts'
import type { Context } from '../src/platform/context/context.ts'
import { openDatabase } from '../src/platform/database/open-database.ts'
import { readSettings } from '../src/platform/settings/settings.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { inWords, type Row, row } from './report/row.ts'
import { spreadOf } from './report/statistics.ts'
import { type Estimate, medianOf, shareOf } from './suggestions/confidence.ts'
import { type Case, drawCases } from './suggestions/held-out.ts'
import { readWikidataTies } from './suggestions/known-ties.ts'
import { ownCases } from './suggestions/own-ties.ts'
import {
  atRandom,
  byDistance,
  byModel,
  byPopulation,
  byTies,
  rankOf,
  type Scorer,
} from './suggestions/ranks.ts'

const count = 200
const seed = 20170707
/** Ties that were looked at while the weight of stepping stones was set: none of them is drawn. */
const looked = { count: 300, seed: 99 }
const lastDay = '2026-11-01'

/** How good suggestions are, by ties that are known and held out; how fast they are, with every authority of two countries. */
export async function measureSuggestions(grounds: Fixtures): Promise<Row[]> {
  await grounds.prepare('plain')
  const [fixture] = grounds.grounds
  if (!fixture) throw new Error('There is no ground')
  const database = await openDatabase(readSettings(fixture.environment('plain')))
  try {
    const { connection } = database
    const network = await connection
      .selectFrom('networks_network')
      .select(['network_id as id', 'countries'])
      .executeTakeFirstOrThrow()
    const context: Context = {
      actor: { kind: 'operator' },
      clock: systemClock,
      database: connection,
      today: lastDay,
    }
    return [
      ...measureElsewhere(),
      ...(await measureOwn(context, { ...network, today: lastDay })),
      ...(await measureSpeed(context, network)),
    ]
  } finally {
    await database.close()
  }
}

const without = (key: SignalKey) => byModel({ ...weights, [key]: { ...weights[key], weight: 0 } })
const all: Readonly<Record<SignalKey, Weight>> = weights

function measureElsewhere(): Row[] {
  const read = readWikidataTies()
  const what = `partner of a held-out tie among the places of its country over 1,000 inhabitants`
  if (!read)
    return [
      row({ what, figure: 'not measured: ../shared/reference/wikidata-french-ties-2017.tsv is not there' }),
    ]
  const { cases, origins, without: missing } = drawCases(read.ties, count, seed, looked)
  const told = `${cases.length} ties, ${missing} others drawn whose partner is no candidate`
  const scorers: [string, Scorer][] = [
    ['at random', atRandom(seed)],
    ['nearest population first', byPopulation],
    ['most French ties first', byTies],
    ['nearest first', byDistance],
    ['suggestions, themes off', byModel(all)],
    ...(['size', 'character', 'bridges', 'experience', 'nearness', 'level'] as const).map(
      (key): [string, Scorer] => [`the same without ${key}`, without(key)],
    ),
  ]
  return scorers.map(([name, scorer], index) =>
    qualityRow(
      index === 0 ? `${what} (${told}): ${name}` : name,
      cases.map((each) => rankOf(each, scorer(each, origins))),
    ),
  )
}

async function measureOwn(context: Context, network: Parameters<typeof ownCases>[1]): Promise<Row[]> {
  const cases = await ownCases(context, network)
  const scorers: [string, Scorer][] = [
    ['at random', atRandom(seed)],
    ['nearest population first', byPopulation],
    ['most ties with the country first', byTies],
    ['suggestions', byModel(all)],
    ...signals
      .filter((key) => !['nearness', 'languages', 'networks'].includes(key))
      .map((key): [string, Scorer] => [`the same without ${key}`, without(key)]),
    [
      'the same without traits typed by hand',
      (given, others) => byModel(all)(withoutTyped(given), others.map(plain)),
    ],
  ]
  const ranksBy = scorers.map(([name, scorer]) => ({
    name,
    ranks: cases.map((each) => rankOf(each, scorer(each, each.neighbours))),
  }))
  const model = ranksBy.find(({ name }) => name === 'suggestions')
  return [
    ...ranksBy.map(({ name, ranks }, index) =>
      qualityRow(
        index === 0
          ? `partner of a tie of the network, held out, among all authorities of the other country: ${name}`
          : name,
        ranks,
      ),
    ),
    ...cases.map(({ tie, from, to, candidates, isOfMeeting }, index) =>
      row({
        what: `${tie}: ${to} for ${from}${isOfMeeting ? '' : ' (later or elsewhere)'}`,
        figure: `${Math.round(model?.ranks[index] ?? 0)} of ${candidates.length}`,
      }),
    ),
  ]
}

const computed = new Set(['coast', 'mountain', 'seat_of_region', 'capital_region', 'national_capital'])
type Traited = Case['origin']
const plain = (profile: Traited): Traited => ({
  ...profile,
  traits: profile.traits.filter((trait) => computed.has(trait)),
})

function withoutTyped(given: Case): Case {
  return { ...given, origin: plain(given.origin), candidates: given.candidates.map(plain) }
}

function qualityRow(what: string, ranks: readonly number[]): Row {
  const hits = (most: number) => percent(shareOf(ranks.filter((rank) => rank <= most).length, ranks.length))
  const { figure, low, high } = medianOf(ranks)
  return row({
    what,
    figure: `first ${hits(1)}, among ten ${hits(10)}, median rank ${round(figure)} (${round(low)}–${round(high)})`,
  })
}

const percent = ({ figure, low, high }: Estimate) =>
  `${(figure * 100).toFixed(1)} % (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)})`
const round = (figure: number) => Math.round(figure).toLocaleString('en-GB')

async function measureSpeed(context: Context, network: { id: string; countries: string[] }): Promise<Row[]> {
  const readAt = performance.now()
  const profiles = await listProfiles(context, network)
  const read = performance.now() - readAt
  const ranker = makeRanker(tabulate(profiles))
  const french = profiles.filter(({ country }) => country === 'FR')
  const korean = profiles.filter(({ country }) => country === 'KR')
  const times = (ids: readonly string[]) =>
    spreadOf(
      ids.map((id) => {
        const startedAt = performance.now()
        suggest(ranker, id, { limit: 10 })
        return performance.now() - startedAt
      }),
    )
  const some = (list: typeof profiles) =>
    Array.from({ length: 30 }, (_, index) => list[Math.floor((index * list.length) / 30)]?.id ?? '')
  const among = times(some(french))
  const amongMany = times(some(korean))
  const keeper = new PairKeeper('KR')
  keeper.take(profiles)
  const allAt = performance.now()
  await keeper.whenReady()
  const whole = (performance.now() - allAt) / 1000
  let current = profiles
  const changes: number[] = []
  for (const country of ['KR', 'FR', 'KR', 'FR', 'KR']) {
    const row = current.findIndex(
      (profile, index) => profile.country === country && index % 7 === changes.length,
    )
    current = current.map((profile, index) =>
      index === row ? bareProfile({ ...profile, population: (profile.population ?? 1000) * 1.3 }) : profile,
    )
    const startedAt = performance.now()
    keeper.take(current)
    await keeper.whenReady()
    changes.push(performance.now() - startedAt)
  }
  await keeper.close()
  const change = spreadOf(changes)
  const verdict = (isMet: boolean) => (isMet ? ('met' as const) : ('SHORT' as const))
  return [
    row({
      what: `reading ${profiles.length} authorities with all that is known of them`,
      figure: `${Math.round(read)} ms`,
    }),
    row({
      what: `ten suggestions among ${korean.length}, with reasons`,
      figure: inWords(among, ' ms'),
      wanted: '< 20 ms',
      verdict: verdict(among.median < 20),
    }),
    row({
      what: `ten suggestions among ${french.length}, with reasons`,
      figure: inWords(amongMany, ' ms'),
      wanted: '< 200 ms',
      verdict: verdict(amongMany.median < 200),
    }),
    row({
      what: `all ${(french.length * korean.length).toLocaleString('en-GB')} pairs in a thread, the best 50 of each kept`,
      figure: `${whole.toFixed(1)} s`,
      wanted: '< 60 s',
      verdict: verdict(whole < 60),
    }),
    row({
      what: 'the same after one profile has changed',
      figure: inWords(change, ' ms'),
      wanted: '< 300 ms',
      verdict: verdict(change.median < 300),
    }),
  ]
}
