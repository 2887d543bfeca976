import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteBlocking, canAllBePlaced } from '../../../../../test/support/brute-meetings.ts'
import { randomProblem } from '../../../../../test/support/meeting-problems.ts'
import { assignMeetings } from './assign.ts'
import type { Problem } from './problem.ts'

const options = { seed: 1, proposing: 'fairer', timeMs: 60_000, now: () => 0 } as const
const solve = (problem: Problem) => assignMeetings(problem, options)

const plain = (problem: Problem): Problem => ({
  ...problem,
  participants: problem.participants.map((each) => ({ ...each, absent: [] })),
  fixed: [],
  tables: null,
  interpreters: null,
})

describe('the assignment of meetings', () => {
  it('never has anybody in two places, more meetings than they take, or one while they are away', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const { meetings } = solve(problem)
        for (const [one, { quota, absent }] of problem.participants.entries()) {
          const own = meetings.filter(({ pair }) => pair.includes(one))
          const slots = own.map(({ slot }) => slot)
          expect(new Set(slots).size).toBe(slots.length)
          expect(own.length).toBeLessThanOrEqual(quota)
          expect(slots.filter((slot) => absent.includes(slot))).toEqual([])
          const others = own.map(({ pair }) => pair.find((who) => who !== one))
          expect(new Set(others).size).toBe(others.length)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('never takes a table or an interpreter twice, nor lets two sit without one whom they need', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const { meetings } = solve(problem)
        for (let slot = 0; slot < problem.slots; slot++) {
          const now = meetings.filter((each) => each.slot === slot)
          const tables = now.map(({ table }) => table)
          expect(new Set(tables).size).toBe(tables.length)
          const { tables: all } = problem
          if (all !== null) expect(Math.max(0, ...tables)).toBeLessThanOrEqual(all[slot] ?? 0)
          for (const { languages, atOnce } of problem.interpreters ?? [])
            expect(now.filter(({ interpreter }) => interpreter === languages).length).toBeLessThanOrEqual(
              atOnce[slot] ?? 0,
            )
        }
        if (problem.interpreters !== null)
          for (const { pair, interpreter } of meetings) {
            const [one, other] = pair.map((who) => problem.participants[who]?.languages ?? [])
            const share = one?.some((language) => other?.includes(language))
            if (one?.length && other?.length && !share) expect(interpreter).not.toBeNull()
          }
      }),
      { numRuns: 400 },
    )
  })

  it('holds the fixed pairs or says why not, and no pair that is forbidden or refused', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const { meetings, unheld } = solve(problem)
        const met = new Set(meetings.map(({ pair }) => String(pair)))
        for (const { pair, slot } of problem.fixed) {
          const held = meetings.find((each) => String(each.pair) === String(pair))
          if (held) expect(slot === null || held.slot === slot).toBe(true)
          else expect(unheld.map((each) => String(each.pair))).toContain(String(pair))
        }
        for (const pair of problem.forbidden) expect(met.has(String(pair))).toBe(false)
        const fixed = new Set(problem.fixed.map(({ pair }) => String(pair)))
        for (const { pair } of meetings) {
          if (fixed.has(String(pair))) continue
          const [one, other] = pair.map((who) => problem.participants[who])
          expect(one?.refusals.includes(pair[1]) || other?.refusals.includes(pair[0])).toBe(false)
          expect(one?.wishes.includes(pair[1]) || other?.wishes.includes(pair[0])).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('leaves nobody who would rather have each other, unless something is named that stands in the way', () => {
    // A pair that is kept apart without a cause makes it throw.
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        for (const { cause } of solve(problem).blocking) expect(cause).not.toBe('time')
      }),
      { numRuns: 600 },
    )
  })

  it('names the other fixed meeting where one has more of them than slots', () => {
    const one = (side: 0 | 1) => ({ side, quota: 1, absent: [], languages: ['fr'], wishes: [], refusals: [] })
    const fixed = ([0, 1] as const).map((who) => ({
      pair: [who, 2] as const,
      slot: null,
      origin: 'fixed' as const,
      table: null,
    }))
    const participants = [one(0), one(0), one(1)]
    const problem = { slots: 1, participants, forbidden: [], fixed, tables: null, interpreters: null }
    const { meetings, unheld } = solve(problem)
    expect(meetings.map(({ pair }) => pair)).toEqual([[0, 2]])
    expect(unheld).toEqual([{ pair: [1, 2], cause: 'fixed' }])
  })

  it('leaves nobody who would rather have each other where nothing stands in the way', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const { blocking, meetings } = solve(plain(problem))
        expect(blocking).toEqual([])
        expect(bruteBlocking(plain(problem), meetings)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('gives the same answer for the same seed, and one for any problem with one more wish', () => {
    fc.assert(
      fc.property(randomProblem(), fc.nat(), fc.nat(), (problem, some, other) => {
        expect(solve(problem)).toEqual(solve(problem))
        const who = some % problem.participants.length
        const wanted = other % problem.participants.length
        const more = problem.participants.map((each, one) =>
          one === who && !each.wishes.includes(wanted) && problem.participants[wanted]?.side !== each.side
            ? { ...each, wishes: [...each.wishes, wanted] }
            : each,
        )
        expect(() => solve({ ...problem, participants: more })).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  it('needs no more than the tables that all the meetings fill, when nobody is absent', () => {
    fc.assert(
      fc.property(randomProblem(), fc.integer({ min: 1, max: 3 }), (problem, atOnce) => {
        const tables = Array.from({ length: problem.slots }, () => atOnce)
        const free = solve(plain(problem)).meetings.length
        const { meetings } = solve({ ...plain(problem), tables })
        if (free <= atOnce * problem.slots) expect(meetings.length).toBe(free)
        else expect(meetings.length).toBe(atOnce * problem.slots)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves out no pair that could meet beside the others, in whatever order they are placed', () => {
    fc.assert(
      fc.property(randomProblem({ most: 3, slots: 3 }), (problem) => {
        const { meetings, blocking } = solve(problem)
        const fixed = new Map(problem.fixed.map(({ pair, slot }) => [String(pair), slot]))
        for (const { pair, cause } of blocking) {
          const isFull = pair.some(
            (one) =>
              meetings.filter((each) => each.pair.includes(one)).length >=
              (problem.participants[one]?.quota ?? 0),
          )
          if (isFull || cause === 'quota') continue
          const pairs = [...meetings.map((each) => each.pair), pair].map((each) => ({
            pair: each,
            slot: fixed.get(String(each)) ?? null,
          }))
          expect(canAllBePlaced(problem, pairs)).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('takes the result in which whoever is worst off loses least', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const worst = (proposing: 'fairer' | 'first' | 'second') => {
          const { fairness } = assignMeetings(plain(problem), { ...options, proposing })
          return Math.max(0, ...fairness.participants.map(({ loss }) => loss))
        }
        expect(worst('fairer')).toBe(Math.min(worst('first'), worst('second')))
      }),
      { numRuns: 200 },
    )
  })

  it('gives everybody one meeting before anybody a second where places are few', () => {
    const one = (side: 0 | 1, wishes: number[]) =>
      ({ side, quota: 2, absent: [], languages: [], wishes, refusals: [] }) as const
    const problem: Problem = {
      slots: 2,
      // The first two of one side, each with the same wishes; the first is wished for.
      participants: [one(0, [2, 3]), one(0, [2, 3]), one(1, [0]), one(1, [])],
      forbidden: [],
      fixed: [],
      tables: [1, 1],
      interpreters: null,
    }
    const pairs = solve(problem).meetings.map(({ pair }) => String(pair))
    expect(pairs.sort()).toEqual(['0,2', '1,3'])
  })

  it('leaves as few as can be without any meeting, among results that are as hard on the worst off', () => {
    const one = (side: 0 | 1, wishes: number[]) =>
      ({ side, quota: 2, absent: [], languages: [], wishes, refusals: [] }) as const
    const problem: Problem = {
      slots: 2,
      // Three who want the same two, in the same order; one table.
      participants: [one(0, [3, 4]), one(0, [3, 4]), one(0, [3, 4]), one(1, []), one(1, [])],
      forbidden: [],
      fixed: [],
      tables: [1, 1],
      interpreters: null,
    }
    const { fairness } = solve(problem)
    expect(fairness.participants.filter(({ nothingBecause }) => nothingBecause !== null)).toHaveLength(1)
  })

  it('answers with what it has when the time is over', () => {
    const [problem] = fc.sample(randomProblem({ least: 4 }), { numRuns: 1, seed: 7 })
    let calls = 0
    const cut = assignMeetings(
      problem ?? { slots: 0, participants: [], forbidden: [], fixed: [], tables: null, interpreters: null },
      {
        ...options,
        timeMs: 3,
        now: () => calls++,
      },
    )
    expect(cut.isCutShort).toBe(true)
  })
})
