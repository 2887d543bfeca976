import { causeAt, causeOf } from './cause.ts'
import { type PlacingLimits, place } from './place.ts'
import { keyOf, type Preferences } from './preferences.ts'
import type { Cause, LeftOut, Pair, PlacedMeeting, Problem } from './problem.ts'
import { matchStably } from './stable-matching.ts'
import { numberTables } from './tables.ts'
import { Timetable } from './timetable.ts'

interface Settling {
  proposing: 0 | 1
  /** Pairs that are to be placed before all others, by key. */
  urgent: ReadonlySet<number>
  /** No participant has a second meeting before every one with a possible place has its first. */
  isEven: boolean
  limits: PlacingLimits
  /** Another round has its answer: when the time is over, this one is given up. */
  mayGiveUp: boolean
  /** Which part of what was matched is placed. */
  onPlaced(part: number): void
}

interface Settled {
  meetings: PlacedMeeting[]
  unheld: LeftOut[]
  /** What could not be placed and why, by key of the pair. */
  causes: Map<number, Cause>
}

/** Matches, places, drops what finds no place and matches again, until all that is matched is placed; null for a round that was given up. */
export function settle(problem: Problem, preferences: Preferences, settling: Settling): Settled | null {
  const { limits, proposing } = settling
  const timetable = new Timetable(problem)
  const causes = new Map<number, Cause>()
  const unheld = placeFixed(timetable, limits)
  for (const { pair, cause } of unheld) causes.set(keyOf(problem, ...pair), cause)
  const fixed = new Set(problem.fixed.map(({ pair }) => keyOf(problem, ...pair)))
  const quotas = quotasLeft(timetable)
  const placed = new Map<number, number>()
  for (;;) {
    const matched = matchStably({
      sides: problem.participants.map(({ side }) => side),
      preferences,
      quotas,
      proposing,
      isOut: (one, other) => {
        const key = keyOf(problem, one, other)
        return causes.has(key) || fixed.has(key)
      },
    })
    const keys = new Set(matched.map((pair) => keyOf(problem, ...pair)))
    for (const [key, id] of placed)
      if (!keys.has(key)) {
        timetable.take(id)
        placed.delete(key)
      }
    timetable.keep()
    const missing = matched.filter((pair) => !placed.has(keyOf(problem, ...pair)))
    const before = causes.size
    const turns = inTurn(timetable, preferences, matched, missing, settling.urgent)
    for (const pair of settling.isEven ? evenly(timetable, turns) : turns) {
      if (settling.mayGiveUp && limits.isOver()) return null
      const id = timetable.add({ pair, origin: 'matched', isPinned: false, table: null })
      if (place(timetable, id, limits)) placed.set(keyOf(problem, ...pair), id)
      else causes.set(keyOf(problem, ...pair), causeOf(timetable, id, limits))
      timetable.keep()
      settling.onPlaced(placed.size / matched.length)
    }
    if (causes.size === before) break
  }
  fillUp(timetable, preferences, { causes, placed, limits, settledApart: fixed })
  return { meetings: read(timetable), unheld, causes }
}

// Those with a slot first; of the others, those that can be in the fewest.
function placeFixed(timetable: Timetable, limits: PlacingLimits): LeftOut[] {
  const { problem } = timetable
  const slots = [...Array(problem.slots).keys()]
  const ids = problem.fixed.map(({ pair, slot, origin, table }) => ({
    id: timetable.add({ pair, origin, isPinned: slot !== null, table }),
    pair,
    slot,
  }))
  const ways = ({ id, slot }: { id: number; slot: number | null }) =>
    slot === null ? slots.filter((each) => timetable.isOpen(id, each)).length : 0
  return [...ids]
    .sort((left, right) => ways(left) - ways(right))
    .flatMap(({ id, pair, slot }) => {
      const isPut = slot === null ? place(timetable, id, limits) : timetable.put(id, slot)
      if (isPut) {
        timetable.keep()
        return []
      }
      const cause = slot === null ? causeOf(timetable, id, limits) : causeAt(timetable, id, slot)
      return [{ pair, cause }]
    })
}

/** What everybody still takes beside the fixed meetings, in the slots that are left to them. */
function quotasLeft(timetable: Timetable): number[] {
  const { participants, slots } = timetable.problem
  return participants.map(({ quota, absent }, one) => {
    const held = timetable.meetingsOf(one).length
    return Math.max(0, Math.min(quota, slots - new Set(absent).size) - held)
  })
}

/**
 * In which order meetings are placed: everybody’s favourite before anybody’s second, so that where places are few all have one before some
 * have many; among equals the one that can be in the fewest slots.
 */
function inTurn(
  timetable: Timetable,
  { rankOf }: Preferences,
  matched: readonly Pair[],
  missing: readonly Pair[],
  urgent: ReadonlySet<number>,
): Pair[] {
  const { problem } = timetable
  const partners = new Map<number, number[]>()
  for (const [a, b] of matched) {
    partners.set(a, [...(partners.get(a) ?? []), b])
    partners.set(b, [...(partners.get(b) ?? []), a])
  }
  const rank = (one: number, other: number) => rankOf(one, other) ?? Number.POSITIVE_INFINITY
  const turn = (one: number, other: number) =>
    (partners.get(one) ?? []).filter((each) => rank(one, each) < rank(one, other)).length
  const absences = (one: number) => problem.participants[one]?.absent.length ?? 0
  return missing
    .map(([a, b]) => {
      const turns = [turn(a, b), turn(b, a)]
      return {
        pair: [a, b] as const,
        by: [
          urgent.has(keyOf(problem, a, b)) ? 0 : 1,
          Math.min(...turns),
          Math.max(...turns),
          -absences(a) - absences(b),
          a,
          b,
        ],
      }
    })
    .sort((left, right) => compare(left.by, right.by))
    .map(({ pair }) => pair)
}

// By how many meetings the two have at that moment, not by how many they are to have.
function* evenly(timetable: Timetable, turns: readonly Pair[]): Generator<Pair> {
  let left = [...turns]
  for (let most = 0; left.length > 0; most++) {
    const later: Pair[] = []
    for (const pair of left)
      if (pair.every((one) => timetable.meetingsOf(one).length <= most)) yield pair
      else later.push(pair)
    left = later
  }
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [at, value] of left.entries()) {
    const difference = value - (right[at] ?? value)
    if (difference !== 0) return difference
  }
  return 0
}

interface FillingUp {
  causes: Map<number, Cause>
  placed: Map<number, number>
  limits: PlacingLimits
  settledApart: ReadonlySet<number>
}

// What was dropped while another stood in its place: both may have room again.
function fillUp(
  timetable: Timetable,
  preferences: Preferences,
  { causes, placed, limits, settledApart }: FillingUp,
): void {
  const { problem } = timetable
  const dropped = [...causes.keys()]
    .map((key): Pair => {
      const [low, high] = [Math.floor(key / problem.participants.length), key % problem.participants.length]
      return problem.participants[low]?.side === 0 ? [low, high] : [high, low]
    })
    .sort((left, right) => sumOfRanks(preferences, left) - sumOfRanks(preferences, right))
  for (const pair of dropped) {
    if (settledApart.has(keyOf(problem, ...pair)) || pair.some((one) => !hasRoom(timetable, one))) continue
    const id = timetable.add({ pair, origin: 'matched', isPinned: false, table: null })
    if (!place(timetable, id, limits)) continue
    timetable.keep()
    placed.set(keyOf(problem, ...pair), id)
    causes.delete(keyOf(problem, ...pair))
  }
}

function hasRoom(timetable: Timetable, one: number): boolean {
  const { quota = 0 } = timetable.problem.participants[one] ?? {}
  return timetable.meetingsOf(one).length < quota
}

function sumOfRanks({ rankOf }: Preferences, [a, b]: Pair): number {
  return (rankOf(a, b) ?? 0) + (rankOf(b, a) ?? 0)
}

function read(timetable: Timetable): PlacedMeeting[] {
  const tables = numberTables(timetable)
  return timetable.entries
    .flatMap(({ pair, origin, slot, kind }, id): PlacedMeeting[] => {
      if (slot < 0) return []
      const interpreter = timetable.problem.interpreters?.[kind]?.languages ?? null
      return [{ pair, origin, slot, table: tables.get(id) ?? 1, interpreter }]
    })
    .sort((left, right) => left.slot - right.slot || left.table - right.table)
}
