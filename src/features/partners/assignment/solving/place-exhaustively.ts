import type { Timetable } from './timetable.ts'

const mostMeetings = 14
const mostTries = 20_000

/** For a few meetings, every way to place them all is looked at: what finds no slot here has none. */
export function placeExhaustively(timetable: Timetable, id: number): boolean {
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
