import { type PlacingLimits, place } from './place.ts'
import type { Cause } from './problem.ts'
import type { Relaxed, Timetable } from './timetable.ts'

/** Why a meeting found no slot: what alone, if it were left aside, would let it be; else what it meets first. */
export function causeOf(timetable: Timetable, id: number, limits: PlacingLimits): Cause {
  if (limits.isOver()) return certain(timetable, id) ?? 'time'
  const quick = { ...limits, steps: 500 }
  const relaxations: [Exclude<Relaxed, null>, () => Cause][] = [
    ['interpreters', () => 'interpreters'],
    ['tables', () => 'tables'],
    ['pins', () => pinned(timetable, id)],
    ['absences', () => 'absence'],
  ]
  for (const [relaxed, cause] of relaxations)
    if (isLimited(timetable, relaxed) && wouldFit(timetable, id, relaxed, quick)) return cause()
  const found = certain(timetable, id) ?? together(timetable, id) ?? crowded(timetable, id)
  if (found === null) throw new Error('A meeting that nothing stands in the way of was left out')
  return found
}

/** Why a meeting cannot be in the very slot that is asked for. */
export function causeAt(timetable: Timetable, id: number, slot: number): Cause {
  if (!timetable.isOpen(id, slot)) return 'absence'
  if (!timetable.isFreeFor(id, slot)) return pinned(timetable, id)
  return timetable.hasTable(slot) ? 'interpreters' : 'tables'
}

function wouldFit(
  timetable: Timetable,
  id: number,
  relaxed: Exclude<Relaxed, null>,
  limits: PlacingLimits,
): boolean {
  const mark = timetable.mark()
  timetable.relaxed = relaxed
  const fits = place(timetable, id, limits)
  timetable.relaxed = null
  timetable.goBack(mark)
  return fits
}

// What can be seen without trying: nowhere together, nobody to interpret, no table at all.
function certain(timetable: Timetable, id: number): Cause | null {
  const { problem } = timetable
  const slots = Array.from({ length: problem.slots }, (_, slot) => slot)
  const open = slots.filter((slot) => timetable.isOpen(id, slot))
  if (open.length === 0) return 'absence'
  const kinds = timetable.entries[id]?.kinds ?? null
  const hasInterpreter = (slot: number) => kinds?.some((kind) => timetable.kindsLeft(kind, slot) > 0) ?? true
  if (!open.some(hasInterpreter)) return 'interpreters'
  return open.some((slot) => timetable.hasTable(slot)) ? null : 'tables'
}

// Several things stand in the way together: the first of them is named.
function together(timetable: Timetable, id: number): Cause | null {
  if (isLimited(timetable, 'pins')) return pinned(timetable, id)
  if (isLimited(timetable, 'absences')) return 'absence'
  if (isLimited(timetable, 'interpreters')) return 'interpreters'
  return isLimited(timetable, 'tables') ? 'tables' : null
}

// One of the two has more fixed meetings than slots: the first one is in the way of the next.
function crowded(timetable: Timetable, id: number): Cause | null {
  if (timetable.entries[id]?.origin === 'matched') return null
  const own = timetable.pairOf(id).flatMap((one) => timetable.meetingsOf(one))
  const origins = own.map((each) => timetable.entries[each]?.origin)
  return origins.includes('fixed') ? 'fixed' : origins.includes('kept') ? 'kept' : null
}

function isLimited({ problem, isInterpreted, isPinned }: Timetable, by: Exclude<Relaxed, null>): boolean {
  if (by === 'interpreters') return isInterpreted
  if (by === 'tables') return problem.tables !== null
  if (by === 'pins') return isPinned
  return problem.participants.some(({ absent }) => absent.length > 0)
}

function pinned(timetable: Timetable, id: number): Cause {
  const own = timetable.pairOf(id).flatMap((one) => timetable.meetingsOf(one))
  const all = own.some((each) => !timetable.isMovable(each)) ? own : [...timetable.entries.keys()]
  const pins = all.filter((each) => timetable.entries[each]?.isPinned)
  return pins.some((each) => timetable.entries[each]?.origin === 'fixed') ? 'fixed' : 'kept'
}
