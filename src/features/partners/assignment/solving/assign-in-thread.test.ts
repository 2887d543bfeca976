import { expect, it } from 'vitest'
import { assignMeetings, type Progress } from './assign.ts'
import { assignInThread } from './assign-in-thread.ts'
import type { Problem } from './problem.ts'

const options = { seed: 1, proposing: 'fairer', timeMs: 60_000 } as const

// Every one wants all of the other side; two tables are too few.
function crowded(half: number, slots: number): Problem {
  const others = (side: 0 | 1) => [...Array(half).keys()].map((one) => (side === 0 ? half + one : one))
  return {
    slots,
    participants: Array.from({ length: 2 * half }, (_, one) => {
      const side: 0 | 1 = one < half ? 0 : 1
      const own = others(side)
      return {
        side,
        quota: slots,
        absent: [one % slots],
        languages: [],
        wishes: [...own.slice(one % half), ...own.slice(0, one % half)],
        refusals: [],
      }
    }),
    forbidden: [],
    fixed: [],
    tables: Array.from({ length: slots }, () => half - 2),
    interpreters: null,
  }
}

it('finds the same in a thread of its own, telling how far it is, while all else goes on', async () => {
  const problem = crowded(20, 8)
  const told: Progress[] = []
  let ticks = 0
  const timer = setInterval(() => ticks++, 5)
  const found = await assignInThread(
    { problem, options },
    { onProgress: (progress) => told.push(progress), signal: new AbortController().signal },
  )
  clearInterval(timer)
  expect(found).toEqual(assignMeetings(problem, { ...options, now: () => 0 }))
  expect(told.length).toBeGreaterThan(0)
  expect(ticks).toBeGreaterThan(5)
})

it('is ended when nobody waits for it any more', async () => {
  const ending = new AbortController()
  const found = assignInThread(
    { problem: crowded(20, 8), options },
    { onProgress: () => ending.abort(), signal: ending.signal },
  )
  await expect(found).rejects.toThrow('The assignment was ended')
})
