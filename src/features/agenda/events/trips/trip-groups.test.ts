import { expect, test } from 'vitest'
import type { AgendaEvent } from '../summary.queries.ts'
import { gapsOf, travellersFrom, tripGroups } from './trip-groups.ts'

const organisation = (country: string, role: string): AgendaEvent['organisations'][number] => ({
  id: `${country} ${role}`,
  slug: country.toLowerCase(),
  country,
  name: { en: country },
  shortName: {},
  role,
})

function trip(happens: string | null, roles: [string, string][], place: string | null = null) {
  return {
    happens,
    words: {},
    knownOn: '2017-07-07',
    startsAt: null,
    kind: 'mission' as const,
    place: place === null ? null : { slug: 'place', country: place, name: {}, shortName: {} },
    organisations: roles.map(([country, role]) => organisation(country, role)),
  }
}

const years = { from: 2017, to: 2017 }

test('those travel who take part and are not of the country to which they go', () => {
  expect(travellersFrom(trip('2017', [['FR', 'participant']], 'KR'))).toEqual(['FR'])
  // Received in France: the Koreans travel, whichever side is named first.
  expect(
    travellersFrom(
      trip('2017', [
        ['FR', 'host'],
        ['KR', 'participant'],
      ]),
    ),
  ).toEqual(['KR'])
  expect(travellersFrom(trip('2017', [['FR', 'participant']]))).toEqual(['FR'])
  expect(travellersFrom(trip('2017', [['FR', 'host']], 'FR'))).toEqual([])
  expect(
    travellersFrom(
      trip('2017', [
        ['FR', 'participant'],
        ['KR', 'participant'],
      ]),
    ),
  ).toEqual([])
})

test('a trip stands in its months, one of which only the year is known in none', () => {
  const from: [string, string][] = [['FR', 'participant']]
  const [group] = tripGroups(
    [trip('2017', from), trip('2017-05', from), trip('2017-06-01/2017-06-10', from), trip('2016-12', from)],
    years,
    ['FR', 'KR'],
  )
  expect(group?.trips.map(({ first, last, isVague }) => [first, last, isVague])).toEqual([
    [0, 11, true],
    [4, 4, false],
    [5, 5, false],
  ])
  expect(group?.counts).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0])
})

test('the reader’s own side comes first, what is not known last', () => {
  const groups = tripGroups(
    [trip('2017-05', []), trip('2017-05', [['FR', 'participant']]), trip('2017-05', [['KR', 'participant']])],
    years,
    ['KR', 'FR'],
  )
  expect(groups.map(({ country }) => country)).toEqual(['KR', 'FR', null])
})

test('months without a trip are told as runs', () => {
  expect(gapsOf([0, 0, 1, 0, 2, 0])).toEqual([
    { first: 0, last: 1 },
    { first: 3, last: 3 },
    { first: 5, last: 5 },
  ])
})
