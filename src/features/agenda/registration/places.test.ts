import { expect, test } from 'vitest'
import { placesLeft, whoIsNext } from './places.ts'

const people = (countries: string) => countries.split(' ').map((country, index) => ({ country, index }))
const placed = (terms: Parameters<typeof whoIsNext>[0], taken: Record<string, number>, countries: string) =>
  whoIsNext(terms, taken, people(countries))
    .map(({ index }) => index)
    .join(' ')

test('a waiting list gets the places that are left, in its order and within what a country has', () => {
  const free = { places: null, countryPlaces: {} }
  expect(placed(free, {}, 'FR KR BE')).toBe('0 1 2')
  expect(placed({ places: 2, countryPlaces: {} }, { FR: 1 }, 'KR FR KR')).toBe('0')
  const shared = { places: 4, countryPlaces: { FR: 2, KR: 2 } }
  expect(placed(shared, {}, 'FR FR FR KR FR KR KR')).toBe('0 1 3 5')
  // A registrant from elsewhere counts only in the total, unless other countries have places together.
  expect(placed(shared, { FR: 2 }, 'FR BE JP KR')).toBe('1 2')
  expect(placed({ places: null, countryPlaces: { FR: 1, ZZ: 1 } }, {}, 'BE JP FR FR KR')).toBe('0 2')
})

test('more people than places leave none, also where the number was lowered later', () => {
  const left = placesLeft({ places: 2, countryPlaces: { KR: 1 } }, { KR: 3, FR: 1 })
  expect([left.all, left.under('KR'), left.under('FR')]).toEqual([0, 0, 0])
})
