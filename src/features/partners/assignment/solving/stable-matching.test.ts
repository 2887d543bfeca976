import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteBlocking } from '../../../../../test/support/brute-meetings.ts'
import { randomProblem } from '../../../../../test/support/meeting-problems.ts'
import { preferencesOf } from './preferences.ts'
import type { Problem } from './problem.ts'
import { matchStably } from './stable-matching.ts'

const plain = (problem: Problem): Problem => ({
  ...problem,
  participants: problem.participants.map((each) => ({ ...each, absent: [] })),
  fixed: [],
  tables: null,
  interpreters: null,
})

describe('stable matching', () => {
  it('finds what nobody would change, as all the ways to match tell', () => {
    fc.assert(
      fc.property(randomProblem({ most: 3 }), (random) => {
        const problem = plain(random)
        const preferences = preferencesOf(problem)
        for (const proposing of [0, 1] as const) {
          const pairs = matchStably({
            sides: problem.participants.map(({ side }) => side),
            preferences,
            quotas: problem.participants.map(({ quota }) => quota),
            proposing,
            isOut: () => false,
          })
          const meetings = pairs.map((pair) => ({
            pair,
            slot: 0,
            table: 1,
            interpreter: null,
            origin: 'matched' as const,
          }))
          expect(bruteBlocking(problem, meetings)).toEqual([])
        }
      }),
      { numRuns: 400 },
    )
  })
})
