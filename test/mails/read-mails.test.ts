import { beforeAll, describe, expect, test } from 'vitest'
import { type Scored, scoreMails } from './score.ts'

// Reached so far, never to fall again. Aimed at: 95 of a hundred exact, no sentence lost in any, nothing left in any.
const reached = { exact: 52, lost: 2, left: 3 }

describe('replies as mail programs write them', () => {
  let scored: Scored[]
  beforeAll(async () => {
    scored = await scoreMails('answers')
  })

  test('are read as they were written, as often as before', () => {
    expect(scored.filter(({ isExact }) => isExact).length).toBeGreaterThanOrEqual(reached.exact)
  })

  test('lose sentences of their person, and keep what is not theirs, no more often than before', () => {
    expect(scored.filter(({ lost }) => lost.length > 0).length).toBeLessThanOrEqual(reached.lost)
    expect(scored.filter(({ left }) => left.length > 0).length).toBeLessThanOrEqual(reached.left)
  })
})
