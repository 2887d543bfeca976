import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import {
  backUp,
  closeDatabases,
  knowStorage,
  openEmbedded,
  restore,
} from '../../../../test/support/backups.ts'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildEvent } from '../../../../test/support/build-event.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation, findReference } from '../../../../test/support/build-organisation.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import type { Context } from '../../../platform/context/context.ts'
import { canonicalText, digestOf } from '../../../platform/editions/frozen-facts.ts'
import { lookUpNetwork } from '../../networks/index.ts'
import { writeEvidence } from '../../registry/evidence/index.ts'
import { addSource } from '../../registry/sources/index.ts'
import type { FactTie, ReportFacts } from '../facts.ts'
import { gatherFacts, type ReportRequest } from './gather.ts'

let testApp: TestApp
let context: Context

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true, now: '2026-12-02T08:00:00Z' })
  context = testApp.context
})
afterAll(async () => {
  await closeDatabases()
  await testApp.close()
})

const first = { from: '2014-01-01', to: '2017-07-08', day: '2017-07-08', lines: [] }
const site = 'https://entente.example.org'
const second = { from: '2017-07-09', to: '2026-12-02', day: '2026-12-02', lines: [] }

async function gather(slug: string, request: ReportRequest, reader = context): Promise<ReportFacts> {
  const network = await lookUpNetwork(reader, slug)
  if (!network) throw new Error(`no network ${slug}`)
  const { partnerSearches } = testApp.application
  return gatherFacts(reader, network, { reportParts: [], partnerSearches, words: {}, site }, request)
}

const listed = ({ ties }: ReportFacts) => ties.filter((tie) => tie.listed)
const count = (values: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]))
const bases = (ties: readonly FactTie[]) => count(ties.map(({ status, basis }) => `${status} ${basis}`))
const codesOf = ({ bodies }: ReportFacts, name: string) => bodies.find((body) => body.name.fr === name)?.codes

it('the demonstration on the day after its meeting: every state is a word of that meeting', async () => {
  const facts = await gather('france-coree', first)
  expect([facts.ties.length, listed(facts).length]).toEqual([15, 11])
  expect(listed(facts).flatMap(({ agreements }) => agreements)).toHaveLength(9)
  expect(bases(listed(facts))).toEqual({ 'active stated': 9, 'dormant stated': 1, 'in_talks stated': 1 })
  expect(facts.exchanges.filter(({ isUnheard }) => isUnheard)).toEqual([])
  expect([codesOf(facts, 'Muju-gun'), codesOf(facts, 'Métropole européenne de Lille')]).toEqual([
    { kr: '45730', kr10: '4573000000' },
    { siren: '245900410' },
  ])
  expect(facts.reciprocity).toEqual([
    {
      countries: ['FR', 'KR'],
      visits: { there: 3, back: 9 },
      unknownVisits: 1,
      expectations: { there: 0, back: 0 },
      texts: { there: 0, back: 0 },
    },
  ])
})

it('the demonstration today: one tie is dormant by a word, nine by silence alone, and eleven plans were never heard of', async () => {
  const facts = await gather('france-coree', second)
  expect([facts.ties.length, listed(facts).length]).toEqual([18, 11])
  expect(listed(facts).flatMap(({ agreements }) => agreements)).toHaveLength(10)
  expect(bases(listed(facts))).toEqual({
    'active stated': 1,
    'dormant stated': 1,
    'dormant noExchangeSince': 9,
  })
  expect(
    facts.ties.flatMap(({ slug, status, basis }) =>
      status === 'dormant' && basis === 'stated' ? [slug] : [],
    ),
  ).toEqual(['evian-muju'])
  expect(facts.exchanges.flatMap(({ slug, isUnheard }) => (isUnheard ? [slug] : []))).toEqual([
    'lille-daegu-startups-2017',
    'paris-maire-coree-2017',
    'guro-jump-guro-2017',
    'nantes-franco-japonais-2017',
    'normandie-president-incheon-2017',
    'la-rochelle-grand-pavois-2018',
    'normandie-paix-2018',
    'evian-muju-relance',
    'gyeonggi-touristes-francais',
    'ile-de-france-touristes-coreens',
    'incheon-musee-70e',
  ])
  expect(facts.exchanges.flatMap(({ slug, state }) => (state === 'past' ? [slug] : []))).toEqual([
    // Held before the period, and learnt in it.
    'cuf-gaok-signature-2017',
    'lille-daegu-signature-2019',
    'limoges-rond-point-icheon-2025',
  ])
  // A trend is of all years, whatever the period: that of the first edition goes on.
  const then = await gather('france-coree', first)
  const upTo2016 = ({ heldYears }: ReportFacts) => heldYears.filter(({ year }) => (year ?? 9999) < 2017)
  expect(upTo2016(facts)).toEqual(upTo2016(then))
  expect(facts.heldYears.filter(({ year }) => (year ?? 0) >= 2017)).toEqual([
    { year: 2017, count: 6 },
    { year: 2019, count: 1 },
    { year: 2025, count: 1 },
  ])
  expect([codesOf(facts, 'Muju-gun'), codesOf(facts, 'Métropole européenne de Lille')]).toEqual([
    { kr: '52730', kr10: '5273000000' },
    { siren: '200093201' },
  ])
  const names = new Map(facts.bodies.map(({ id, name }) => [id, name.fr]))
  expect(count(facts.lines.map(({ lastKnownOn }) => lastKnownOn ?? ''))).toEqual({
    '2017-07-07': 16,
    '2017-07-28': 2,
    '2019-11-08': 3,
    '2025-09-25': 2,
  })
  expect(
    facts.lines.flatMap((line) => (line.lastKnownOn === '2025-09-25' ? [names.get(line.bodyId)] : [])),
  ).toEqual(['Limoges', 'Icheon'])
  const coverage = facts.coverage.map(({ table, field, known, of, lastKnownOn }) => [
    `${table}.${field}`,
    `${known}/${of}`,
    lastKnownOn,
  ])
  expect(coverage.slice(0, 11)).toEqual([
    ['ties.since', '6/11', '2017-07-07'],
    ['ties.summary', '11/11', '2017-07-07'],
    ['ties.themes', '11/11', '2017-07-07'],
    ['ties.stated', '11/11', '2025-09-25'],
    ['ties.agreements', '6/11', '2019-11-08'],
    ['ties.exchanges', '2/11', '2025-09-25'],
    ['agreements.title', '9/9', '2019-11-08'],
    ['agreements.signed', '8/9', '2019-11-08'],
    ['exchanges.date', '9/13', '2025-09-25'],
    ['exchanges.place', '8/13', '2025-09-25'],
    ['exchanges.outcome', '0/9', null],
  ])
})

it('equal records give equal facts: gathered twice, restored from a portable backup, in other zones', async () => {
  const text = canonicalText(await gather('france-coree', second))
  expect(canonicalText(await gather('france-coree', second))).toBe(text)
  knowStorage(testApp.application)
  const copy = await openEmbedded({ directory: 'none' })
  await restore(copy, await backUp(testApp.application.database), true)
  const { TZ } = process.env
  onTestFinished(() => {
    if (TZ === undefined) delete process.env.TZ
    else process.env.TZ = TZ
  })
  process.env.TZ = 'Pacific/Kiritimati'
  expect(canonicalText(await gather('france-coree', second, { ...context, database: copy }))).toBe(text)
}, 120_000)

it('a report holds what anybody may read, and names no person', async () => {
  const network = await buildNetwork(context)
  const tie = await buildCooperation(context, network.id, { knownOn: '2024-01-01' })
  const event = { cooperationIds: [tie.id], when: '2026-05', state: 'past' as const, firmness: null }
  const shown = await buildEvent(testApp, network, 'Vue', event)
  await buildEvent(testApp, network, 'Interne', event, { visibility: 'network' })
  await buildEvent(testApp, network, 'Retirée', event, { published_at: null })
  await buildEvent(testApp, network, 'Sans lien', { ...event, cooperationIds: [] })
  await buildEvent(testApp, network, 'Apprise plus tard', { ...event, knownOn: '2026-12-03' })
  const sourceId = await addSource(context, network.id, {
    slug: 'a-source',
    kind: 'press',
    title: original('Un article'),
    language: 'fr',
    publisher: 'Un journal',
    published: null,
    knownOn: '2026-11-01',
  })
  const rest = { sourceId, locator: null, stance: 'supports' as const, knownOn: '2026-11-01' }
  const extractedBy = 'person:0198e7a0-0000-7000-8000-000000000000'
  await writeEvidence(context, network.id, [
    { ...rest, subjectKind: 'cooperation', subjectId: tie.id, field: 'since', extractedBy },
  ])
  const facts = await gather(network.slug, second)
  expect(facts.exchanges.map(({ id }) => id)).toEqual([shown])
  expect(facts.ties.flatMap(({ evidence }) => evidence)).toEqual([
    { field: 'since', source: 'a-source', stance: 'supports', by: network.slug, knownOn: '2026-11-01' },
  ])
  expect(facts.sources.map(({ slug }) => slug)).toEqual(['a-source'])
  expect(canonicalText(facts)).not.toContain('person')
})

it('an authority that was asked keeps its words, whatever else came with them', async () => {
  const network = await buildNetwork(context)
  const tie = await buildCooperation(context, network.id, { knownOn: '2024-01-01' })
  const [asked, silent] = tie.parties.map(({ id }) => id)
  const line = {
    bodyId: asked ?? '',
    askedOn: '2026-11-01',
    answeredOn: '2026-11-05',
    stance: 'disputed' as const,
    words: { fr: 'La date est fausse.' },
  }
  const lines = [{ ...line, said_by: 'somebody' }]
  const facts = await gather(network.slug, { ...second, lines })
  expect(facts.lines).toEqual([
    { ...line, lastKnownOn: '2024-01-01' },
    { bodyId: silent, askedOn: null, answeredOn: null, stance: null, words: {}, lastKnownOn: '2024-01-01' },
  ])
})

it('a group without ties has a report of nothing, and its parts and news are asked for', async () => {
  const built = await buildNetwork(context)
  const network = await lookUpNetwork(context, built.slug)
  if (!network) throw new Error('no network')
  const rows = [{ label: original('Questions'), count: 2 }]
  const part = { key: 'questions.answered', title: 'directory.kind.gun' as const, gather: async () => rows }
  const changes = { new: 0, changed: 0, corrected: 0, removed: 0, time: 0, renamed: 0 }
  const silent = { ties: 0, exchanges: 0 }
  const former = { number: 1, day: '2017-07-08', digest: digestOf({}) }
  const facts = await gatherFacts(
    context,
    network,
    { reportParts: [part], partnerSearches: null, words: { fr: { 'a.b.c': 'Mot' } }, site },
    { ...second, news: () => ({ former, counts: {}, changes, silent, first: [] }) },
  )
  const { network: of, coverage, parity, words, ministries, ...rest } = facts
  expect(ministries.forms.map(({ country }) => country)).toEqual(['FR', 'KR'])
  expect([of.slug, words, parity.map(({ total }) => total)]).toEqual([
    built.slug,
    { fr: { 'a.b.c': 'Mot' } },
    [0, 0, 0],
  ])
  expect(coverage.every((row) => row.known === 0 && row.of === 0 && row.lastKnownOn === null)).toBe(true)
  expect(rest).toEqual({
    layout: 1,
    from: second.from,
    to: second.to,
    day: second.day,
    bodies: [],
    sources: [],
    ties: [],
    exchanges: [],
    heldYears: [],
    reciprocity: [expect.objectContaining({ countries: ['FR', 'KR'], unknownVisits: 0 })],
    looking: [],
    decisions: [],
    lines: [],
    parts: [{ key: 'questions.answered', title: 'directory.kind.gun', rows }],
    news: { former, counts: {}, changes, silent, first: [] },
    thresholds: { activeYears: 3, slowYears: 6, answerDays: 60 },
  })
})

it('an authority of a country without levels lies in no region', async () => {
  const network = await buildNetwork(context, { countries: ['FR', 'MC'] })
  const monaco = await buildOrganisation(context, { country: 'MC', kind: 'municipality', level: null })
  await buildCooperation(context, network.id, { parties: [await findReference(context, 'limoges'), monaco] })
  const facts = await gather(network.slug, second)
  const names = new Map(facts.bodies.map(({ id, name }) => [id, name.fr]))
  expect(
    facts.bodies.map(({ country, name, region }) => [country, name.fr, names.get(region ?? '')]),
  ).toEqual([
    ['FR', 'Limoges', 'Nouvelle-Aquitaine'],
    ['FR', 'Nouvelle-Aquitaine', undefined],
    ['MC', monaco.name.fr, undefined],
  ])
})

it('a body is one body under the code of each day: recoded, or grown out of others since', async () => {
  const network = await buildNetwork(context)
  const build = async (code: string, validFrom: string | null, validUntil: string | null) => {
    const given = { slug: `merged-${code}`, codes: { cog: code }, validFrom, validUntil }
    return (await buildOrganisation(context, given)).id
  }
  const small = await build('99001', null, '2025-01-01')
  const large = await build('99002', null, '2025-01-01')
  const merged = await build('99003', '2025-01-01', '2026-01-01')
  const recoded = await build('99004', '2026-01-01', null)
  const step = (predecessor_id: string, successor_id: string, kind: string, happened_on: string) => ({
    predecessor_id,
    successor_id,
    kind,
    happened_on,
    reported_by: 'law',
  })
  await context.database
    .insertInto('directory_succession')
    .values([
      step(small, merged, 'merger', '2025-01-01'),
      step(large, merged, 'merger', '2025-01-01'),
      step(merged, recoded, 'recode', '2026-01-01'),
    ])
    .execute()
  for (const slug of ['merged-99001', 'merged-99003'])
    await buildCooperation(context, network.id, {
      parties: [await findReference(context, slug)],
      knownOn: '2020-01-01',
    })
  const codesOn = async (day: string) => {
    const facts = await gather(network.slug, { ...second, day })
    return facts.ties.map(({ parties: [id] }) => facts.bodies.find((body) => body.id === id)?.codes.cog)
  }
  expect([await codesOn('2024-06-01'), await codesOn('2025-06-01'), await codesOn('2026-06-01')]).toEqual([
    ['99001', '99001'],
    ['99001', '99003'],
    ['99001', '99004'],
  ])
})

it('however many ties, the same number of statements', async () => {
  const network = await buildNetwork(context)
  const addTie = async () => {
    const tie = await buildCooperation(context, network.id, { knownOn: '2024-01-01' })
    await buildEvent(testApp, network, 'Visite', { cooperationIds: [tie.id], when: '2026-05', state: 'past' })
  }
  await addTie()
  const one = await testApp.countQueries(() => gather(network.slug, second))
  for (let n = 0; n < 5; n++) await addTie()
  expect(await testApp.countQueries(() => gather(network.slug, second))).toBe(one)
})
