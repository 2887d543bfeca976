import { expect, test } from 'vitest'
import { directionOf, yearOf } from './visit.ts'

const nowhere = { hosts: [], place: null, stops: [], others: [] }

test('those who come visit those who receive them', () => {
  expect(directionOf({ ...nowhere, hosts: ['FR'], place: 'FR', others: ['KR', 'KR'] })).toEqual({
    from: 'KR',
    to: 'FR',
  })
})

test('where nobody is named as host, the place says who receives, else the stops where they are all of one country', () => {
  expect(directionOf({ ...nowhere, place: 'KR', others: ['FR'] })).toEqual({ from: 'FR', to: 'KR' })
  expect(directionOf({ ...nowhere, stops: ['KR', 'KR'], others: ['FR'] })).toEqual({ from: 'FR', to: 'KR' })
  expect(directionOf({ ...nowhere, stops: ['KR', 'JP'], others: ['FR'] })).toBeNull()
})

test('bodies of the receiving country that take part do not count as visitors', () => {
  expect(directionOf({ ...nowhere, hosts: ['KR'], others: ['FR', 'KR'] })).toEqual({ from: 'FR', to: 'KR' })
})

test('hosts on both sides: the place says which of them receives', () => {
  expect(directionOf({ ...nowhere, hosts: ['FR', 'KR'], place: 'FR' })).toEqual({ from: 'KR', to: 'FR' })
  expect(directionOf({ ...nowhere, hosts: ['FR', 'KR'] })).toBeNull()
})

test('a direction is never guessed: without a host or without a visitor it is unknown', () => {
  expect(directionOf({ ...nowhere, hosts: ['FR'], place: 'FR' })).toBeNull()
  expect(directionOf({ ...nowhere, others: ['FR'] })).toBeNull()
  expect(directionOf({ ...nowhere, hosts: ['FR'], others: ['KR', 'JP'] })).toBeNull()
})

test('a year is that of both ends of a date, or of none', () => {
  expect([
    yearOf('2016-01-01', '2016-12-31'),
    yearOf('2015-01-01', '2016-12-31'),
    yearOf(null, null),
  ]).toEqual([2016, null, null])
})
