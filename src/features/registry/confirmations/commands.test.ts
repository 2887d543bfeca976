import { expect, test } from 'vitest'
import { confirmationState } from './commands.ts'

const [nantes, suncheon, rabat] = [
  { id: 'nantes', country: 'FR' },
  { id: 'suncheon', country: 'KR' },
  { id: 'rabat', country: 'MA' },
]
const tie = { parties: [nantes, suncheon], claimedBy: null, toldIn: 'FR', stances: [] }
const says = (organisationId: string, stance: 'confirmed' | 'disputed' = 'confirmed') => ({
  organisationId,
  stance,
})

test('a tie that a source of one side tells of is claimed until the other side speaks', () => {
  expect(confirmationState(tie)).toBe('claimed')
  expect(confirmationState({ ...tie, stances: [says('nantes')] })).toBe('claimed')
  expect(confirmationState({ ...tie, stances: [says('suncheon')] })).toBe('confirmed')
})

test('the other side is that of whoever did not claim', () => {
  const claimed = { ...tie, claimedBy: 'suncheon' }
  expect(confirmationState({ ...claimed, stances: [says('suncheon')] })).toBe('claimed')
  expect(confirmationState({ ...claimed, stances: [says('nantes')] })).toBe('confirmed')
})

test('every side must be heard, and one that disputes is enough', () => {
  const three = { ...tie, parties: [nantes, suncheon, rabat] }
  expect(confirmationState({ ...three, stances: [says('suncheon')] })).toBe('claimed')
  expect(confirmationState({ ...three, stances: [says('suncheon'), says('rabat')] })).toBe('confirmed')
  expect(confirmationState({ ...three, stances: [says('suncheon'), says('rabat', 'disputed')] })).toBe(
    'disputed',
  )
})

test('within one country it takes another party, and who is no party is not heard', () => {
  const near = { ...tie, parties: [nantes, { id: 'lille', country: 'FR' }], claimedBy: 'nantes' }
  expect(confirmationState({ ...near, stances: [says('nantes')] })).toBe('claimed')
  expect(confirmationState({ ...near, stances: [says('lille')] })).toBe('confirmed')
  expect(confirmationState({ ...tie, stances: [says('seoul', 'disputed')] })).toBe('claimed')
})

test('a tie that the network alone claims is confirmed by each side, whichever speaks first', () => {
  const added = { ...tie, toldIn: null }
  expect(confirmationState(added)).toBe('claimed')
  for (const first of ['nantes', 'suncheon'])
    expect(confirmationState({ ...added, stances: [says(first)] })).toBe('claimed')
  expect(confirmationState({ ...added, stances: [says('suncheon'), says('nantes')] })).toBe('confirmed')
  const near = { ...added, parties: [nantes, { id: 'lille', country: 'FR' }] }
  expect(confirmationState({ ...near, stances: [says('nantes')] })).toBe('claimed')
  expect(confirmationState({ ...near, stances: [says('nantes'), says('lille')] })).toBe('confirmed')
  expect(confirmationState({ ...added, parties: [nantes], stances: [says('nantes')] })).toBe('confirmed')
})
