import { expect, test } from 'vitest'
import { original } from '../../../../test/support/build-texts.ts'
import { emptyEvent } from '../events/document/schema.ts'
import { latestDeadline } from './deadline.ts'
import { decidedEvent, decidedFields, undecidedEvent } from './decided-event.ts'
import { type CriticalMass, sameForm } from './document/schema.ts'
import { outcomeOf, tallyOf } from './tally.ts'

const mass: CriticalMass = {
  until: '2017-09-15',
  least: { FR: 2, KR: 1 },
  total: 4,
  below: 'reduced',
  smaller: { ...sameForm, kind: 'workshop', attendance: 'online' },
}
const from = (country: string) => ({ organisation: { country }, people: 2 })

test.each([
  [['FR', 'FR', 'KR', 'KR'], 'go'],
  [['FR', 'FR', 'FR', 'FR'], 'reduced'],
  [['FR', 'FR', 'KR'], 'reduced'],
  [['FR', 'FR', 'KR', 'MA'], 'go'],
  [[], 'reduced'],
])('%j makes %s', (countries, outcome) => {
  expect(outcomeOf(mass, tallyOf(mass, countries.map(from), ['FR', 'KR']))).toBe(outcome)
})

test('what is held online leaves its place, and gets it back with more time, unless somebody has said another', () => {
  const event = {
    ...emptyEvent,
    venue: original('Hôtel de ville'),
    summary: original('Un colloque'),
    when: '2017-10-09',
    criticalMass: mass,
    firmness: 'intention' as const,
  }
  const held = decidedEvent(event, 'reduced')
  expect(held).toMatchObject({ kind: 'workshop', attendance: 'online', venue: {}, firmness: 'planned' })
  expect([held.summary, held.when, held.previously]).toEqual([event.summary, '2017-10-09', null])
  const decided = decidedFields(event, held)
  expect(undecidedEvent(held, decided)).toEqual(event)
  const elsewhere = { ...held, venue: original('En visioconférence') }
  expect(undecidedEvent(elsewhere, decided).venue).toEqual(elsewhere.venue)
  expect(decidedEvent(event, 'cancelled')).toMatchObject({
    state: 'cancelled',
    firmness: null,
    kind: 'meeting',
  })
  expect(decidedEvent(event, 'go')).toEqual({ ...event, firmness: 'planned' })
})

test('commitments end before the first day, or within what is only known to be a month', () => {
  expect(['2017-10-09', '2017-10-09/2017-10-10', '2017-10', null].map(latestDeadline)).toEqual([
    '2017-10-08',
    '2017-10-08',
    '2017-10-31',
    null,
  ])
})
