import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Theme, themes } from '../../networks/index.ts'
import { bareProfile, type Profile } from './profile.ts'
import { roomOf, tabulate } from './profile-table.ts'
import { makeRanker } from './rank.ts'
import { traits } from './traits.ts'

const use = (theme: Theme) => ({ theme, ground: { kind: 'wish' as const, id: theme } })
const town = (id: string, given: Partial<Profile> = {}): Profile =>
  bareProfile({
    id,
    country: 'KR',
    tiers: ['basic'],
    population: 50_000,
    latitude: 36,
    longitude: 128,
    ...given,
  })
const own = bareProfile({
  id: 'own',
  country: 'FR',
  tiers: ['commune'],
  population: 50_000,
  latitude: 47,
  longitude: 1,
  seeks: [use('tourism'), use('gastronomy')],
  offers: [use('heritage')],
})
const order = (others: readonly Profile[], asker: Profile = own) => {
  const ranker = makeRanker(tabulate([asker, ...others]))
  return ranker
    .rank(
      0,
      others.map((_, index) => index + 1),
      50,
    )
    .map(({ other }) => others[other - 1]?.id)
}

describe('who is suggested first', () => {
  test('has what is sought and seeks what is offered', () => {
    expect(
      order([
        town('silent'),
        town('gives', { offers: [use('tourism'), use('gastronomy')], seeks: [use('water')] }),
        town('both', { offers: [use('tourism'), use('gastronomy')], seeks: [use('heritage')] }),
      ]),
    ).toEqual(['both', 'gives', 'silent'])
  })

  test('is not whoever only one side would want: what one side gains is worth less than what both gain', () => {
    const ranker = makeRanker(
      tabulate([
        own,
        town('oneSided', { offers: [use('tourism'), use('gastronomy')], seeks: [use('water')] }),
        town('even', { offers: [use('tourism')], seeks: [use('heritage'), use('water')] }),
      ]),
    )
    const [oneSided, even] = [ranker.measure(0, 1), ranker.measure(0, 2)]
    expect(oneSided.interest).toBeGreaterThan(even.interest)
    expect(even.score).toBeGreaterThan(oneSided.score)
  })

  test('is of like size and rank, where nothing else is known', () => {
    expect(
      order([
        town('province', { tiers: ['upper'], population: 3_000_000 }),
        town('county', { population: 20_000 }),
        town('city', { population: 60_000 }),
      ]),
    ).toEqual(['city', 'county', 'province'])
  })

  test('shares a rare trait sooner than a common one', () => {
    const others = Array.from({ length: 12 }, (_, index) => town(`sea-${index}`, { traits: ['coast'] }))
    const [first] = order([...others, town('potters', { traits: ['ceramics'] })], {
      ...own,
      traits: ['coast', 'ceramics'],
    })
    expect(first).toBe('potters')
  })

  test('has room left, and has not just said no', () => {
    const ties = Array.from({ length: 39 }, (_, index) => ({
      country: 'JP',
      partnerId: `${index}`,
      latitude: null,
      longitude: null,
      cooperationId: `${index}`,
      isLive: true,
    }))
    expect(order([town('busy', { ties }), town('refused', { refusals: 2 }), town('free')])).toEqual([
      'free',
      'refused',
      'busy',
    ])
    expect(
      roomOf({ population: 50_000, ties: ties.map((tie) => ({ ...tie, isLive: false })), refusals: 0 }),
    ).toBe(1)
  })

  test('is near the partner of a neighbour: a tie is a stepping stone, and its own partner needs none', () => {
    const tie = {
      country: 'KR',
      partnerId: 'partner',
      latitude: 35,
      longitude: 127,
      cooperationId: 'tie',
      isLive: true,
    }
    const neighbour = { ...own, id: 'neighbour', latitude: 47.1, seeks: [], ties: [tie] }
    const others = [town('far'), town('beside', { latitude: 35.1, longitude: 127 })]
    const ranker = makeRanker(tabulate([own, ...others, neighbour]))
    expect(ranker.rank(0, [1, 2], 2).map(({ other }) => other)).toEqual([2, 1])
    expect(ranker.measuring.bridges.list(0, 2)).toMatchObject([{ holder: 3, tie: { cooperationId: 'tie' } }])
    expect(ranker.measuring.bridges.list(0, 1)).toEqual([])
    const tied = makeRanker(tabulate([{ ...own, ties: [{ ...tie, partnerId: 'beside' }] }, ...others]))
    expect(tied.measuring.bridges.list(0, 2)).toEqual([])
    expect(Number.isNaN(tied.measuring.bridges.strength(0, 2))).toBe(true)
    const shared = makeRanker(
      tabulate([own, ...others, { ...neighbour, ties: [{ ...tie, partnerId: 'beside' }] }]),
    )
    expect(shared.measuring.bridges.list(0, 2)).toMatchObject([{ holder: 3 }])
  })
})

const someUse = fc.subarray([...themes].slice(0, 12), { maxLength: 4 }).map((list) => list.map(use))
const someProfile = (country: string) =>
  fc
    .record({
      population: fc.option(fc.integer({ min: 0, max: 9_000_000 })),
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
      longitude: fc.double({ min: -179, max: 179, noNaN: true }),
      traits: fc.subarray([...traits], { maxLength: 4 }),
      seeks: someUse,
      offers: someUse,
      practises: someUse,
      refusals: fc.integer({ min: 0, max: 4 }),
    })
    .map((given) => bareProfile({ id: country, country, ...given }))

test('a figure is between nothing and one, whatever is known, and both sides see the same pair', () => {
  fc.assert(
    fc.property(someProfile('FR'), someProfile('KR'), (one, other) => {
      const ranker = makeRanker(tabulate([one, other]))
      const [there, back] = [ranker.measure(0, 1), ranker.measure(1, 0)]
      for (const { score, interest } of [there, back]) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(interest + there.interestOfOther)
        expect(interest).toBeLessThanOrEqual(1)
      }
      expect(there.interest).toBeCloseTo(back.interestOfOther, 12)
      expect(there.interestOfOther).toBeCloseTo(back.interest, 12)
    }),
  )
})

test('the best of many are those that a full sort would give', () => {
  const others = Array.from({ length: 60 }, (_, index) =>
    town(`${index}`, { population: 1000 * (index + 1) ** 2 }),
  )
  const ranker = makeRanker(tabulate([own, ...others]))
  const all = others.map((_, index) => ranker.measure(0, index + 1)).sort((one, two) => two.score - one.score)
  expect(
    ranker
      .rank(
        0,
        others.map((_, index) => index + 1),
        10,
      )
      .map(({ other }) => other),
  ).toEqual(all.slice(0, 10).map(({ other }) => other))
})
