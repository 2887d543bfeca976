import { type Fairness, isFairer, listBlocking, measureFairness } from './fairness.ts'
import { keyOf, type Preferences, preferencesOf } from './preferences.ts'
import type { LeftOut, PlacedMeeting, Problem, Proposing } from './problem.ts'
import { settle } from './settle.ts'

export interface AssignOptions {
  seed: number
  proposing: Proposing
  /** After so long, the best that was found is the answer. */
  timeMs: number
  /** Milliseconds of a clock that runs on. */
  now(): number
  onProgress?(progress: Progress): void
}

export const phases = ['matching', 'placing', 'improving'] as const
export interface Progress {
  phase: (typeof phases)[number]
  /** From 0 to 1, never less than before: of the rounds or of the time, whichever is nearer its end. */
  part: number
}

export interface Assignment {
  meetings: PlacedMeeting[]
  /** Fixed meetings that could not be. */
  unheld: LeftOut[]
  /** Pairs that would rather have met, with what stood in the way. */
  blocking: LeftOut[]
  fairness: Fairness
  /** The side that proposed in the result that was chosen. */
  proposing: 0 | 1
  /** Whether the time was over before everything had been tried. */
  isCutShort: boolean
}

// What was left out is placed first in the next round: more rounds rarely find more.
const mostRounds = 6

/**
 * Assigns meetings: stable pairs, scheduled; a pair without a slot is dropped with its cause, and the quotas that it frees are offered
 * again, until nothing is left over. Both sides are tried as the ones that propose unless one is asked for; the result in which the worst
 * off loses least is taken, then the one in which the fewest meet nobody, then the one in which all together lose least, then that of the
 * first side. One seed gives one answer as long as the time suffices.
 */
export function assignMeetings(problem: Problem, options: AssignOptions): Assignment {
  const preferences = preferencesOf(problem)
  const begin = options.now()
  const isOver = () => options.now() >= begin + options.timeMs
  const urgent = new Set<number>()
  const sides: (0 | 1)[] = options.proposing === 'fairer' ? [0, 1] : [options.proposing === 'first' ? 0 : 1]
  const rounds = sides.length + mostRounds
  let best: Assignment | null = null
  let part = 0
  const tell = (phase: Progress['phase'], ofRounds: number) => {
    part = Math.min(1, Math.max(part, ofRounds / rounds, (options.now() - begin) / options.timeMs))
    options.onProgress?.({ phase, part })
  }
  for (let round = 0; round < rounds; round++) {
    const proposing: 0 | 1 = sides[round] ?? best?.proposing ?? 0
    if (best !== null && isOver()) return { ...best, isCutShort: true }
    const isFirst = round < sides.length
    tell(isFirst ? 'matching' : 'improving', round)
    const mayGiveUp = best !== null
    const found = findOne(problem, preferences, options.seed, {
      proposing,
      round,
      isEven: round === sides.length,
      urgent,
      mayGiveUp,
      isOver,
      onPlaced: (placed) => tell(isFirst ? 'placing' : 'improving', round + placed),
    })
    if (found === null) break
    if (best === null || isFairer(found.fairness, best.fairness)) best = { ...found, isCutShort: false }
    for (const { pair } of found.blocking) urgent.add(keyOf(problem, ...pair))
    if (round >= sides.length - 1 && best.blocking.length === 0) break
  }
  if (best === null) throw new Error('No round was held')
  return { ...best, isCutShort: isOver() }
}

interface Round {
  proposing: 0 | 1
  round: number
  /** What to try first of all where something was left out: a meeting for everybody. */
  isEven: boolean
  urgent: ReadonlySet<number>
  mayGiveUp: boolean
  isOver(): boolean
  onPlaced(part: number): void
}

function findOne(
  problem: Problem,
  preferences: Preferences,
  seed: number,
  { proposing, round, isEven, urgent, mayGiveUp, isOver, onPlaced }: Round,
): Omit<Assignment, 'isCutShort'> | null {
  // First as early as possible, so that the meetings are close together; then in other orders.
  const slots = [...Array(problem.slots).keys()]
  const order = urgent.size === 0 ? slots : shuffled(slots, seeded(seed + round))
  const settled = settle(problem, preferences, {
    proposing,
    urgent: round === 0 || isEven ? new Set() : urgent,
    isEven,
    limits: { order, steps: 1_500, isOver },
    mayGiveUp,
    onPlaced,
  })
  if (settled === null) return null
  const { meetings, unheld, causes } = settled
  const blocking = listBlocking(problem, preferences, meetings, causes).map(({ pair, cause }): LeftOut => {
    if (cause === null) throw new Error('Two who would rather meet were kept apart without a cause')
    return { pair, cause }
  })
  const fairness = measureFairness(problem, preferences, meetings, [...unheld, ...blocking])
  return { meetings, unheld, blocking, fairness, proposing }
}

/** Numbers from 0 to below 1 that look like chance and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Shuffles things; the seed alone decides the order. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  return things
    .map((thing) => ({ thing, by: random() }))
    .sort((left, right) => left.by - right.by)
    .map(({ thing }) => thing)
}
