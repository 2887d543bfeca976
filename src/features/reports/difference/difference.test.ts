import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { freezeEdition } from '../../../platform/editions/editions.ts'
import { canonicalText } from '../../../platform/editions/frozen-facts.ts'
import { findNetwork } from '../../networks/index.ts'
import type { FactChange, FactTie, ReportFacts } from '../facts.ts'
import { gatherFacts } from '../gathering/gather.ts'
import { layoutWords } from '../layout/layout.ts'
import { changeWords } from './change-words.ts'
import { compareFacts, movementsOf, newsOf } from './compare.ts'

const group = 'france-coree'
const first = '2017-07-08'
const today = '2026-12-02'

let testApp: TestApp
let before: ReportFacts
let after: ReportFacts
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true, directory: 'small', now: `${today}T08:00:00Z` })
  const { context, application } = testApp
  const network = await findNetwork(context, group)
  const words = layoutWords({ messages: application.messages, reportParts: [] })
  const freeze = async (from: string, day: string) => {
    const sources = {
      reportParts: [],
      partnerSearches: application.partnerSearches,
      words,
      site: 'https://entente.example.org',
    }
    const facts = await gatherFacts(context, network, sources, { from, to: day, day, lines: [] })
    await inTransaction({ ...context, today: day }, (inside) =>
      freezeEdition(inside, { networkId: network.id, kind: 'report', day, facts }),
    )
    return facts
  }
  before = await freeze('2014-01-01', first)
  after = await freeze('2017-07-09', today)
})
afterAll(() => testApp.close())

const linesOf = (changes: readonly FactChange[]) => {
  const t = testApp.application.translate('en')
  const reader = { language: 'en', interfaceLanguage: 'en' as const, t, today, now: null }
  return changes.map((change) => {
    const { title, before: was, after: is, note } = changeWords(reader, after.words, change)
    return [change.change, title, [was, is].filter(Boolean).join(' → '), note].filter(Boolean).join(' | ')
  })
}

it('the demonstration of 8 July 2017 and that of today differ in these entries, each on somebody’s word or on nobody’s', () => {
  const all = compareFacts(before, after, [])
  const byTime = all.filter(({ change }) => change === 'time')
  expect(linesOf(all.filter(({ change }) => change !== 'time'))).toEqual([
    'new | Friendship city agreement · European Metropolis of Lille – Lille – Daegu – agreement (signed) | 8 November 2019 | Gukje News, signature of Lille and Daegu · Entente · known on 8 November 2019',
    'new | European Metropolis of Lille – Lille – Daegu – parties | Lille | Gukje News, signature of Lille and Daegu · Entente · known on 8 November 2019',
    'new | European Metropolis of Lille – Lille – Daegu – situation stated again | active | Gukje News, signature of Lille and Daegu · Entente · known on 8 November 2019',
    'new | Friendship agreement signed in Daegu – exchange (held) | 8 November 2019 | Gukje News, signature of Lille and Daegu · Entente · known on 8 November 2019',
    'renamed | European Metropolis of Lille – official code | 245900410 → 200093201',
    'new | Memorandum of understanding on friendly cooperation · CUF – GAOK – agreement (signed) | 7 July 2017 | GAOK’s note on the Tours meeting · Entente · known on 11 July 2017',
    'new | CUF – GAOK – tie | known beside | GAOK’s note on the Tours meeting · Entente · known on 11 July 2017',
    'new | Cités Unies France and GAOK sign – exchange (held) | 7 July 2017 | GAOK’s note on the Tours meeting · Entente · known on 11 July 2017',
    'new | CUF – GAOK – contradiction settled | the minutes say nothing of it → 7 July 2017 | GAOK’s note on the Tours meeting',
    'new | Twinning found in Wikidata · Rouen – Jeju-si – agreement (signed) | twinning | Other sources on the group: our account · Entente · known on 28 July 2017',
    'new | Rouen – Jeju-si – tie | known beside | Other sources on the group: our account · Entente · known on 28 July 2017',
    'new | Twinning found in Wikidata · Versailles – Gyeongju – agreement (signed) | twinning | Other sources on the group: our account · Entente · known on 28 July 2017',
    'new | Versailles – Gyeongju – tie | known beside | Other sources on the group: our account · Entente · known on 28 July 2017',
    'new | Limoges – Icheon – situation stated again | active | OhmyNews, ten years of twinning at Limoges · Entente · known on 25 September 2025',
    'new | A roundabout in Limoges is named after Icheon for ten years of twinning – exchange (held) | 18 September 2025 | OhmyNews, ten years of twinning at Limoges · Entente · known on 25 September 2025',
    'new | 15th arrondissement of Paris – Seocho – contradiction (kind) | MOU (memorandum of understanding) / 우호도시 협정 (friendship city agreement) / 자매결연 (twinning) | Asia Today, the ambassador’s visit to Seocho-gu',
    'renamed | Muju – official code | 45730 · 4573000000 → 52730 · 5273000000',
    'renamed | Suncheon – official code | 46150 · 4615000000 → 12150 · 1215000000',
    'renamed | Jeonbuk – name | Jeollabuk Province → Jeonbuk State',
    'renamed | Jeonbuk – official code | KR-45 · 45 · 4500000000 → KR-45 · 52 · 5200000000',
  ])
  const listed = new Set(after.ties.flatMap(({ id, listed: isListed }) => (isListed ? [id] : [])))
  const statuses = byTime.filter(({ about }) => about.kind === 'tie')
  expect(statuses.filter(({ about }) => listed.has(about.id))).toHaveLength(9)
  expect(statuses).toHaveLength(13)
  expect(byTime.filter(({ about }) => about.kind === 'exchange')).toHaveLength(11)
  expect(byTime.filter(({ by, evidence }) => by !== null || evidence.length > 0)).toEqual([])
  expect(linesOf(statuses.slice(0, 1))).toEqual([
    'time | European Metropolis of Lille – Lille – Daegu – situation | active → no news for a long time | Moved by time alone: nobody said it. · last news: 8 November 2019',
  ])
})

const tied = (facts: ReportFacts, slug: string, change: Partial<FactTie>): ReportFacts => ({
  ...facts,
  ties: facts.ties.map((tie) => (tie.slug === slug ? { ...tie, ...change } : tie)),
})
const limoges = () => after.ties.find(({ slug }) => slug === 'limoges-icheon') as FactTie

it('nothing differs between an edition and itself, in whichever order its JSON has its fields', () => {
  const copy: ReportFacts = JSON.parse(canonicalText(after))
  expect(compareFacts(after, copy, [])).toEqual([])
})

it('what somebody stated is their word; silence after it is nobody’s, and an exchange that is gone is not time', () => {
  const moved = (change: Partial<FactTie>) =>
    compareFacts(after, tied(after, 'limoges-icheon', change), []).map((each) => [each.change, each.field])
  const stated = { stated: { status: 'suspended', on: '2026-11-30' } } as const
  expect(moved({ status: 'suspended', ...stated })).toEqual([['changed', 'standing']])
  expect(moved({ status: 'slow', basis: 'noExchangeSince' })).toEqual([['time', 'standing']])
  expect(moved({ status: 'slow', basis: 'noExchangeSince', lastExchangeOn: null, stated: null })).toEqual([
    ['changed', 'standing'],
  ])
})

it('an erratum and a settled contradiction correct; a member that goes is removed; a successor is the same under another name', () => {
  const tie = limoges()
  const year = tied(after, 'limoges-icheon', { since: '2011' })
  const said = { fr: { text: '2010', state: 'original' } } as const
  const right = { fr: { text: '2011', state: 'original' } } as const
  const erratum = { about: tie.id, said, text: right, word: 'coordinator', knownOn: today }
  const [corrected] = compareFacts(after, year, [erratum])
  expect(corrected).toMatchObject({ change: 'corrected', field: 'since', why: right, by: 'coordinator' })
  const untold = compareFacts(after, after, [{ ...erratum, about: null }])
  expect(untold).toMatchObject([{ change: 'corrected', about: { kind: 'report' }, before: { text: said } }])
  const open = {
    subjectId: tie.id,
    field: 'since',
    values: [{ value: '2010', source: null, rank: 'normal' as const }],
  }
  const source = after.sources[0]?.slug ?? ''
  const settled = { ...open, values: [...open.values, { value: '2011', source, rank: 'preferred' as const }] }
  const disputed = compareFacts(
    tied(after, 'limoges-icheon', { disputes: [open] }),
    tied(year, 'limoges-icheon', { disputes: [settled] }),
    [],
  )
  expect(disputed.map(({ change, field, evidence }) => [change, field, evidence])).toEqual([
    ['corrected', 'settled', [source]],
    ['corrected', 'since', [source]],
  ])
  const fewer = compareFacts(after, tied(after, 'limoges-icheon', { themes: tie.themes.slice(1) }), [])
  expect(fewer.map(({ change, field }) => [change, field])).toEqual([['removed', `themes/${tie.themes[0]}`]])
  const [party = '', other = ''] = tie.parties
  const heir = {
    ...after.bodies.find(({ id }) => id === party),
    id: newId(),
    replaces: [party],
  } as ReportFacts['bodies'][number]
  const merged = tied({ ...after, bodies: [...after.bodies, heir] }, 'limoges-icheon', {
    parties: [heir.id, other],
  })
  expect(compareFacts(after, merged, []).map(({ change, field }) => [change, field])).toEqual([
    ['renamed', `parties/${heir.id}`],
  ])
})

it('old + added − removed = present in every table, whichever ties, exchanges and searches two editions have', () => {
  const part = fc.record({
    ties: fc.shuffledSubarray(Array.from({ length: 18 }, (_, at) => at)),
    listed: fc.infiniteStream(fc.boolean()),
    exchanges: fc.shuffledSubarray(Array.from({ length: 35 }, (_, at) => at)),
    from: fc.constantFrom('2014-01-01', '2017-07-09', '2030-01-01'),
    looking: fc.nat(6),
  })
  const edition = ({
    ties,
    listed,
    exchanges,
    from,
    looking,
  }: typeof part extends fc.Arbitrary<infer T> ? T : never): ReportFacts => ({
    ...after,
    from,
    ties: ties.flatMap((at) => {
      const tie = after.ties[at]
      return tie ? [{ ...tie, listed: listed.next().value ?? true }] : []
    }),
    exchanges: exchanges.flatMap((at) => before.exchanges[at] ?? []),
    looking: after.looking.slice(0, looking),
    decisions: before.decisions.slice(looking),
  })
  fc.assert(
    fc.property(part, part, (one, two) => {
      const [was, is] = [edition(one), edition(two)]
      for (const { old, added, removed, present } of Object.values(movementsOf(was, is)))
        expect(old + added - removed).toBe(present)
      const news = newsOf({ number: 1, day: first, digest: '', facts: was, errata: [] }, is)
      // Ten ties at most, those that the group presents first; what only time moved is no news of anybody.
      const ids = [...new Set(news.first.map(({ about }) => about.tieId ?? about.id))]
      const places = new Map(is.ties.map(({ id, listed }) => [id, listed ? 0 : 1]))
      const order = ids.map((id) => places.get(id) ?? 1)
      expect([ids.length <= 10, order]).toEqual([true, order.toSorted()])
      expect(news.first.filter(({ change }) => change === 'time' || change === 'renamed')).toEqual([])
      const { time, renamed, ...told } = news.changes
      expect(news.first.length > 0).toBe(Object.values(told).some((count) => count > 0))
      expect(news.silent.ties + news.silent.exchanges).toBeLessThanOrEqual(time + renamed)
    }),
    { numRuns: 40 },
  )
})

it('comparing four times as many ties takes about four times as long', () => {
  const many = (facts: ReportFacts, status: FactTie['status'], count: number): ReportFacts => ({
    ...facts,
    ties: Array.from({ length: count }, (_, at) => ({
      ...limoges(),
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      status,
      basis: 'noExchangeSince',
    })),
  })
  const bestOf = (count: number) => {
    const [was, is] = [many(after, 'slow', count), many(after, 'dormant', count)]
    const taken = Array.from({ length: 3 }, () => {
      const started = performance.now()
      expect(compareFacts(was, is, []).length).toBe(count)
      return performance.now() - started
    })
    return Math.min(...taken)
  }
  bestOf(1000)
  expect(bestOf(4000) / bestOf(1000)).toBeLessThan(10)
})

it('the page says it tie by tie, in the words of the reader, against an edition or today; a first edition has nothing to compare', async () => {
  const at = (number: number, query = '', language = 'fr') =>
    testApp.get(`/${language}/${group}/reports/${number}/difference?now=${today}${query}`)
  const page = await at(2)
  expect(page.body).toContain(`href="/fr/${group}/cooperations/lille-daegu?now=${today}"`)
  expect(page.body).toContain(`href="/fr/${group}/sources/gukjenews-2019-11-08?now=${today}"`)
  expect(pageWords(page.body)).toContain('accords de ces coopérations 9 1 0 10')
  expect(pageWords(page.body)).toContain('active → sans nouvelle depuis longtemps Effet du temps seul')
  expect(pageWords((await at(2, '&from=1', 'ko')).body)).toContain('오랫동안 소식 없음')
  expect(pageWords((await at(1)).body)).toContain('Il n’y a pas d’édition antérieure')
  expect(pageWords((await at(1, '&from=now')).body)).toContain('ce qui est connu au 2 décembre 2026')
  expect(pageWords((await at(2, '&to=now')).body)).toContain('Rien n’a changé')
  for (const wrong of ['2', '3', 'x']) expect((await at(2, `&from=${wrong}`)).statusCode).toBe(404)
  // On the day of the first edition nobody had the second one.
  expect((await testApp.get(`/fr/${group}/reports/2/difference`)).statusCode).toBe(404)
})

it('programs read counts and entries', async () => {
  const answer = (
    await testApp.get(`/api/v1/networks/${group}/reports/2/difference?from=1&now=${today}`)
  ).json()
  expect([answer.from.number, answer.to.number, answer.counts.listedTies]).toEqual([
    1,
    2,
    { old: 11, added: 0, removed: 0, present: 11 },
  ])
  expect(answer.entries[0]).toMatchObject({
    about: { kind: 'agreement' },
    field: 'agreement/signed',
    change: 'new',
    before: null,
    after: { kind: 'date', edtf: '2019-11-08' },
    by: 'Entente',
    known_on: '2019-11-08',
    evidence: ['gukjenews-2019-11-08', 'since-2017-account'],
  })
})
