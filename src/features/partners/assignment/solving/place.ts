import type { Timetable } from './timetable.ts'

export interface PlacingLimits {
  /** The slots in the order in which they are tried among equals. */
  order: readonly number[]
  /** How many meetings may be looked at for one at most, before it is given up. */
  steps: number
  /** True once only free slots are to be tried. */
  isOver(): boolean
}

const deepest = 3

/**
 * Finds a slot for a meeting: a free one; or one that becomes free when the meetings of two slots change places along a chain (Kempe), which
 * always does when nobody is absent; or one from which others can be moved away. Leaves everything as it was when it finds none.
 */
export function place(timetable: Timetable, id: number, limits: PlacingLimits): boolean {
  if (placeFreely(timetable, id, limits)) return true
  if (limits.isOver() || isHopeless(timetable, id)) return false
  const left = { steps: limits.steps }
  return (
    placeByChains(timetable, id, limits, left) ||
    placeByRelief(timetable, id, limits, left) ||
    placeByMoving(timetable, id, limits, { left, depth: deepest, moved: new Set([id]) }) ||
    placeExhaustively(timetable, id)
  )
}

/** Places a meeting without moving any other: in the first slot in which it can be. */
export function placeFreely(
  timetable: Timetable,
  id: number,
  { order }: Pick<PlacingLimits, 'order'>,
): boolean {
  return order.some((slot) => timetable.put(id, slot))
}

// Whatever is moved, a full house stays full.
function isHopeless(timetable: Timetable, id: number): boolean {
  const slots = Array.from({ length: timetable.problem.slots }, (_, slot) => slot)
  if (!slots.some((slot) => timetable.isOpen(id, slot))) return true
  if (!slots.some((slot) => timetable.hasTable(slot))) return true
  const kinds = timetable.entries[id]?.kinds ?? null
  if (kinds === null || timetable.relaxed === 'interpreters' || kinds.length > 1) return false
  return !slots.some((slot) => kinds.some((kind) => timetable.kindsLeft(kind, slot) > 0))
}

function placeByChains(
  timetable: Timetable,
  id: number,
  { order }: PlacingLimits,
  left: { steps: number },
): boolean {
  const [a, b] = timetable.pairOf(id)
  for (const slot of order) {
    if (!timetable.isOpen(id, slot)) continue
    for (const [free, busy] of [
      [a, b],
      [b, a],
    ] as const) {
      if (timetable.at(free, slot) !== null || timetable.at(busy, slot) === null) continue
      for (const other of order) {
        if (--left.steps < 0) return false
        if (timetable.at(busy, other) !== null || !timetable.isThere(busy, other)) continue
        const chain = chainFrom(timetable, busy, slot, other)
        left.steps -= chain.length
        if (swapAndPut(timetable, id, slot, chain, other)) return true
      }
    }
  }
  return false
}

// Both are free, but the tables or the interpreters of the slot are not: a chain that touches neither takes one of them elsewhere.
function placeByRelief(
  timetable: Timetable,
  id: number,
  { order }: PlacingLimits,
  left: { steps: number },
): boolean {
  const [a, b] = timetable.pairOf(id)
  for (const slot of order) {
    if (!timetable.isFreeFor(id, slot)) continue
    for (const other of order) {
      if (other === slot) continue
      const seen = new Set<number>()
      for (const each of timetable.inSlot(slot)) {
        if (seen.has(each)) continue
        const chain = chainAround(timetable, each, slot, other)
        for (const one of chain) seen.add(one)
        left.steps -= chain.length
        if (left.steps < 0) return false
        if (chain.some((one) => timetable.pairOf(one).some((who) => who === a || who === b))) continue
        if (swapAndPut(timetable, id, slot, chain, other)) return true
      }
    }
  }
  return false
}

interface Moving {
  left: { steps: number }
  depth: number
  moved: ReadonlySet<number>
}

// The meeting in the slot goes elsewhere, and so on, a few steps deep.
function placeByMoving(
  timetable: Timetable,
  id: number,
  limits: PlacingLimits,
  { left, depth, moved }: Moving,
): boolean {
  const [a, b] = timetable.pairOf(id)
  for (const slot of limits.order) {
    if (--left.steps < 0) return false
    if (!timetable.isOpen(id, slot)) continue
    const inTheWay = [timetable.at(a, slot), timetable.at(b, slot)].filter((each) => each !== null)
    if (inTheWay.some((each) => moved.has(each) || !timetable.isMovable(each))) continue
    if (limits.isOver()) return false
    const mark = timetable.mark()
    for (const each of inTheWay) timetable.take(each)
    const all = new Set([...moved, ...inTheWay])
    const isPut =
      timetable.put(id, slot) &&
      inTheWay.every(
        (each) =>
          placeFreely(timetable, each, limits) ||
          placeByChains(timetable, each, limits, left) ||
          (depth > 1 && placeByMoving(timetable, each, limits, { left, depth: depth - 1, moved: all })),
      )
    // A chain may have moved what was to stay where it was put.
    if (isPut && timetable.slotOf(id) !== null) return true
    timetable.goBack(mark)
  }
  return false
}

/** The meetings that hang together in two slots, from a participant on that has one in the first and none in the second. */
function chainFrom(timetable: Timetable, from: number, slot: number, other: number): number[] {
  const chain: number[] = []
  let [who, now] = [from, slot]
  for (let id = timetable.at(who, now); id !== null; id = timetable.at(who, now)) {
    if (chain[0] === id) break
    chain.push(id)
    const [a, b] = timetable.pairOf(id)
    who = a === who ? b : a
    now = now === slot ? other : slot
  }
  return chain
}

function chainAround(timetable: Timetable, id: number, slot: number, other: number): number[] {
  const [a, b] = timetable.pairOf(id)
  return [...new Set([...chainFrom(timetable, a, slot, other), ...chainFrom(timetable, b, slot, other)])]
}

// Changes the slots of a chain and places the meeting in the first; takes all back if anything is in the way.
function swapAndPut(
  timetable: Timetable,
  id: number,
  slot: number,
  chain: readonly number[],
  other: number,
): boolean {
  const target = (each: number) => (timetable.slotOf(each) === slot ? other : slot)
  if (!chain.every((each) => timetable.isMovable(each) && timetable.isOpen(each, target(each)))) return false
  const mark = timetable.mark()
  const moves = chain.map((each) => ({ each, to: target(each) }))
  for (const { each } of moves) timetable.take(each)
  if (moves.every(({ each, to }) => timetable.put(each, to)) && timetable.put(id, slot)) return true
  timetable.goBack(mark)
  return false
}

const mostMeetings = 14
const mostTries = 20_000

/** For a few meetings, every way to place them all is looked at: what finds no slot here has none. */
function placeExhaustively(timetable: Timetable, id: number): boolean {
  const placed = timetable.entries.flatMap((_, each) => (timetable.slotOf(each) === null ? [] : [each]))
  const movable = placed.filter((each) => timetable.isMovable(each))
  if (movable.length >= mostMeetings) return false
  const mark = timetable.mark()
  for (const each of movable) timetable.take(each)
  const left = { tries: mostTries }
  if (placeAll(timetable, [id, ...movable], left)) return true
  timetable.goBack(mark)
  return false
}

function placeAll(timetable: Timetable, ids: readonly number[], left: { tries: number }): boolean {
  const ways = ids.map((id) => ({ id, slots: waysFor(timetable, id) }))
  const [first] = ways.sort((one, other) => one.slots.length - other.slots.length)
  if (!first) return true
  const rest = ids.filter((each) => each !== first.id)
  return first.slots.some((slot) => {
    if (--left.tries < 0) return false
    const mark = timetable.mark()
    if (timetable.put(first.id, slot) && placeAll(timetable, rest, left)) return true
    timetable.goBack(mark)
    return false
  })
}

function waysFor(timetable: Timetable, id: number): number[] {
  return Array.from({ length: timetable.problem.slots }, (_, slot) => slot).filter(
    (slot) => timetable.isFreeFor(id, slot) && timetable.hasTable(slot),
  )
}
