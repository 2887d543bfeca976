import { expect, test } from 'vitest'
import type { Answer } from './poll.ts'
import { bestForAllSides, bestOf, tallyOf, type Vote } from './tally.ts'

const sides = ['FR', 'KR']
const vote = (country: string, ...said: Answer[]): Vote => ({
  country,
  answers: Object.fromEntries(said.map((answer, index) => [String(index), answer])),
})
const tallied = (...votes: Vote[]) => tallyOf(['0', '1', '2'], votes, sides)
const ids = (tallies: { optionId: string }[]) => tallies.map(({ optionId }) => optionId)

test('most yes is best, then most “if need be”, and what is level stays level', () => {
  const one = tallied(vote('FR', 'yes', 'if_need_be', 'no'), vote('KR', 'no', 'yes', 'no'))
  expect(ids(bestOf(one))).toEqual(['1'])
  const level = tallied(vote('FR', 'yes', 'no', 'no'), vote('KR', 'no', 'yes', 'no'))
  expect(ids(bestOf(level))).toEqual(['0', '1'])
})

test('a date that one country carries against the other is said to be so, and the best for both is another', () => {
  const votes = [
    ...Array.from({ length: 5 }, () => vote('FR', 'yes', 'if_need_be', 'no')),
    vote('KR', 'no', 'yes', 'no'),
    vote('KR', 'no', 'if_need_be', 'yes'),
  ]
  const tallies = tallied(...votes)
  expect(ids(bestOf(tallies))).toEqual(['0'])
  expect(tallies[0]).toMatchObject({ all: { yes: 5, no: 2 }, outvoted: ['KR'] })
  expect(tallies[0]?.sides).toEqual([
    { country: 'FR', answered: 5, yes: 5, if_need_be: 0, no: 0 },
    { country: 'KR', answered: 2, yes: 0, if_need_be: 0, no: 2 },
  ])
  expect(ids(bestForAllSides(tallies))).toEqual(['1'])
})

test('half of a side is not outvoted, and a side that has not answered says nothing', () => {
  const half = tallied(vote('FR', 'yes', 'no', 'no'), vote('FR', 'no', 'no', 'no'))
  expect(half[0]?.outvoted).toEqual([])
  expect(half[1]?.outvoted).toEqual(['FR'])
})

test('nothing is best before anybody answers, or where nobody can come', () => {
  expect(bestOf(tallied())).toEqual([])
  expect(bestOf(tallied(vote('FR', 'no', 'no', 'no')))).toEqual([])
})
