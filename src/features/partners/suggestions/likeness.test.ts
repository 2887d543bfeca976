import { expect, test } from 'vitest'
import { alikePopulations, sizeLikeness } from './likeness.ts'
import { bareProfile, type Profile } from './profile.ts'
import { tabulate } from './profile-table.ts'
import { makeRanker } from './rank.ts'
import { suggest } from './suggest.ts'

const place = (id: string, country: string, given: Partial<Profile>) =>
  bareProfile({ id, country, population: null, latitude: 45, longitude: 5, ...given })
const lille = place('lille', 'FR', { population: 238_000, areaPopulation: 1_182_000 })
const daegu = place('daegu', 'KR', { population: 2_364_000 })
const likeness = (one: Profile, other: Profile) => sizeLikeness(tabulate([one, other]), 0, 1)

test('is one when equal, little at ten times, and unknown where a population is', () => {
  const of = (population: number | null) => place('a', 'FR', { population })
  expect(likeness(of(1000), of(1000))).toBe(1)
  expect(likeness(of(1000), of(10_000))).toBeLessThan(0.15)
  expect(likeness(of(1000), of(null))).toBeNaN()
})

test('is that of the whole grouping for its largest town, from both sides, where that is nearer', () => {
  expect(likeness(lille, daegu)).toBeGreaterThan(0.7)
  expect(likeness(daegu, lille)).toBe(likeness(lille, daegu))
  expect(likeness({ ...lille, areaPopulation: null }, daegu)).toBeLessThan(0.15)
  // A si of its own size is still like the town itself.
  expect(likeness(lille, place('si', 'KR', { population: 238_000 }))).toBe(1)
})

test('is told with the figure by which the two were compared', () => {
  expect(alikePopulations(lille, daegu)).toEqual({ own: 1_182_000, other: 2_364_000, area: 'own' })
  expect(alikePopulations(daegu, lille)).toEqual({ own: 2_364_000, other: 1_182_000, area: 'other' })
  const { best = [] } = suggest(makeRanker(tabulate([lille, daegu])), 'lille', { limit: 1 }) ?? {}
  expect(best[0]?.explanation.reasons).toContainEqual(
    expect.objectContaining({ says: 'likeSize', area: 'own' }),
  )
  expect(best[0]?.explanation.cautions).toEqual([])
})
