import { expect, test } from 'vitest'
import { bareProfile, type Profile } from '../profile.ts'
import { tabulate } from '../profile-table.ts'
import { makeRanker } from '../rank.ts'
import { traits } from '../traits.ts'
import { bestKept, measureAgain, measureAll, PairBook, sidesOf } from './pair-book.ts'

// Numbers that look like chance and are the same in every run.
let state = 7
const below = (most: number) => {
  state = (state * 48_271) % 2_147_483_647
  return state % most
}
const someone = (id: string, country: string): Profile =>
  bareProfile({
    id,
    country,
    tiers: [country === 'FR' ? 'commune' : 'basic'],
    population: 500 + below(400_000),
    latitude: 30 + below(100) / 10,
    longitude: below(100) / 10,
    traits: [0, 1, 2].map(() => traits[below(traits.length)] ?? 'coast'),
  })

const french = Array.from({ length: 300 }, (_, index) => someone(`fr-${index}`, 'FR'))
const korean = Array.from({ length: 90 }, (_, index) => someone(`kr-${index}`, 'KR'))

test('the best of each are those that one would rank alone', () => {
  const ranker = makeRanker(tabulate([...french, ...korean]))
  const sides = sidesOf(ranker.measuring.table, 'FR')
  const steps: number[] = []
  const book = measureAll(ranker, sides, (done) => steps.push(done))
  for (const [rows, others] of [
    [sides.one, sides.other],
    [sides.other, sides.one],
  ] as const)
    for (const row of rows)
      expect(book.bestOf(row)).toEqual(
        ranker.rank(row, others, bestKept).map(({ other, score }) => ({ other, score })),
      )
  expect(steps).toEqual([250, 300])
})

test('after one profile changes, the book is as if all had been measured again, however often', () => {
  let profiles = [...french, ...korean]
  let ranker = makeRanker(tabulate(profiles))
  const sides = sidesOf(ranker.measuring.table, 'FR')
  const book = measureAll(ranker, sides)
  for (let change = 0; change < 40; change += 1) {
    const row = below(profiles.length)
    profiles = profiles.map((profile, index) =>
      index === row ? { ...profile, population: 500 + below(400_000), refusals: below(3) } : profile,
    )
    ranker = makeRanker(tabulate(profiles))
    measureAgain(ranker, book, sides, row)
  }
  const whole = measureAll(ranker, sides)
  for (const row of [...sides.one, ...sides.other])
    expect(book.bestOf(row).map(({ score }) => score)).toEqual(whole.bestOf(row).map(({ score }) => score))
})

test('a book holds nothing of whom nobody was measured for', () => {
  const book = new PairBook(2)
  expect(book.bestOf(0)).toEqual([])
  expect(book.withdraw(0, 1)).toBe(true)
})
