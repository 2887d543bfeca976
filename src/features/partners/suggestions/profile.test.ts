import { expect, test } from 'vitest'
import { suggestFor } from './asked-for.ts'
import { bareProfile, bestFit, openTerms, type PartnerTerms, type Profile, sharedForms } from './profile.ts'
import { tabulate } from './profile-table.ts'
import { makeRanker } from './rank.ts'
import { suggest } from './suggest.ts'

const fixture = { kind: 'wish', id: 'w' } as const
const terms = (given: Partial<PartnerTerms>): PartnerTerms => ({ ...openTerms, ground: fixture, ...given })
const city = (id: string, given: Partial<Profile> = {}) =>
  bareProfile({
    id,
    country: 'FR',
    tiers: ['commune'],
    population: 100_000,
    latitude: 45,
    longitude: 1,
    ...given,
  })
const whole = (asked: Partial<PartnerTerms>, of: Partial<Profile> = {}) =>
  bestFit([terms(asked)], city('a', of))?.whole

test('what is left open asks nothing, and what is unknown is held against nobody', () => {
  expect(whole({})).toBeUndefined()
  expect(whole({ forms: ['twinning'] })).toBeUndefined()
  expect(whole({ populationFrom: 1000 }, { population: null })).toBeUndefined()
  expect(whole({ tiers: ['commune'] }, { tiers: [] })).toBeUndefined()
})

test('level, country and size are each met or missed, and all of them are wanted together', () => {
  expect(whole({ tiers: ['commune', 'epci'], countries: ['FR', 'BE'], populationTo: 100_000 })).toBe(1)
  expect(whole({ tiers: ['region'], countries: ['FR'] })).toBe(0)
  expect(whole({ tiers: ['commune'], countries: ['KR'] })).toBe(0)
  // Paris is a commune and a département.
  expect(whole({ tiers: ['departement'] }, { tiers: ['commune', 'departement'] })).toBe(1)
})

test('a size a little beside the limit is near, a far one is not', () => {
  const at = (population: number) =>
    whole({ populationFrom: 50_000, populationTo: 200_000 }, { population }) ?? Number.NaN
  expect([at(50_000), at(200_000)]).toEqual([1, 1])
  expect(at(250_000)).toBeGreaterThan(0.85)
  expect(at(40_000)).toBeGreaterThan(0.85)
  expect(at(400_000)).toBeLessThan(0.5)
  expect(at(1_000_000)).toBeLessThan(0.02)
  expect(at(5000)).toBeLessThan(0.02)
})

test('of several wishes the one that is met best counts', () => {
  const list = [terms({ tiers: ['region'] }), terms({ tiers: ['commune'], ground: { ...fixture, id: 'x' } })]
  expect(bestFit(list, city('a'))).toMatchObject({ whole: 1, ground: { id: 'x' } })
})

test('whoever meets none of the wishes that ask something meets the one that asks nothing', () => {
  const demanding = terms({ tiers: ['region'] })
  const open = terms({ ground: { ...fixture, id: 'x' } })
  expect(bestFit([demanding, open], city('a'))).toBeNull()
  expect(bestFit([demanding, open], city('b', { tiers: ['region'] }))).toMatchObject({
    whole: 1,
    ground: fixture,
  })
  const first = (list: PartnerTerms[]) => {
    const profiles = [
      { ...seoul, terms: list },
      city('a'),
      city('b', { tiers: ['region'], population: 5000 }),
    ]
    const { best = [] } = suggest(makeRanker(tabulate(profiles)), 'KR', { limit: 1 }) ?? {}
    return { id: best[0]?.id, cautions: best[0]?.explanation.cautions }
  }
  expect(first([demanding])).toMatchObject({ id: 'b' })
  expect(first([demanding, open])).toEqual({ id: 'a', cautions: [] })
})

test('forms meet where both have named one; any other form is none', () => {
  const of = (...forms: PartnerTerms['forms']) => [terms({ forms })]
  expect(sharedForms(of('twinning', 'youth'), of('youth', 'event'))).toEqual(['youth'])
  expect(sharedForms(of('twinning'), of('event'))).toEqual([])
  expect([sharedForms(of(), of('event')), sharedForms(of('other'), of('other'))]).toEqual([null, null])
})

const seoul = city('KR', {
  country: 'KR',
  tiers: ['basic'],
  seeks: [{ theme: 'culture', ground: fixture }],
  terms: [terms({ tiers: ['commune'], populationFrom: 20_000, populationTo: 60_000, forms: ['twinning'] })],
})
const french = [
  city('alike'),
  city('wanted', { population: 40_000 }),
  city('grouping', { tiers: ['epci'] }),
  city('choosy', {
    population: 40_000,
    terms: [terms({ countries: ['JP'], forms: ['event'] })],
  }),
]
const ranker = makeRanker(tabulate([seoul, ...french]))

test('whoever is what the wish asks for comes before whoever is merely alike, with the wish as evidence', () => {
  const { best = [] } = suggest(ranker, 'KR', { limit: 9 }) ?? {}
  expect(best.map(({ id }) => id)).toEqual(['wanted', 'alike', 'grouping', 'choosy'])
  expect(best[0]?.explanation.reasons).toContainEqual({
    signal: 'terms',
    says: 'theyMeetYourTerms',
    parts: ['tier', 'size'],
    grounds: [fixture],
  })
  const cautions = (id: string) => best.find((each) => each.id === id)?.explanation.cautions
  expect(cautions('grouping')).toContainEqual({ says: 'theyMissYourTerms', parts: ['tier'] })
  expect(cautions('choosy')).toContainEqual({ says: 'youMissTheirTerms', parts: ['country'] })
  expect(cautions('wanted')).toEqual([])
})

test('for one wish its own terms count, and those of other wishes of the same authority do not', () => {
  const asked = {
    organisationId: 'KR',
    country: 'KR',
    kind: 'search',
    themes: ['culture'],
    ground: fixture,
  } as const
  const among = new Set(french.map(({ id }) => id))
  const first = (own: Partial<PartnerTerms>) =>
    suggestFor(ranker, { ...asked, terms: own }, { among, limit: 1 })?.best[0]?.id
  expect(first({ tiers: ['epci'] })).toBe('grouping')
  expect(first({ populationFrom: 90_000 })).toBe('alike')
})

test('whoever seeks something and says nothing of the partner is told that it would count', () => {
  const raises = (terms: PartnerTerms[]) =>
    suggest(makeRanker(tabulate([{ ...seoul, terms }, ...french])), 'KR', { limit: 1 })?.best[0]?.explanation
      .raises
  expect(raises([])).toContain('sayWhomYouSeek')
  expect(raises([terms({ tiers: ['commune'] })])).not.toContain('sayWhomYouSeek')
})
