import type { Timetable } from './timetable.ts'

/** At which table each meeting is, by the number of the meeting: those of the first side stay at theirs where they can. */
export function numberTables(timetable: Timetable): Map<number, number> {
  const numbers = new Map<number, number>()
  const last = new Map<number, number>()
  for (let slot = 0; slot < timetable.problem.slots; slot++) {
    const meetings = timetable.inSlot(slot)
    const taken = new Set<number>()
    const seat = (id: number, table: number) => {
      numbers.set(id, table)
      taken.add(table)
      last.set(timetable.pairOf(id)[0], table)
    }
    const waiting = meetings.filter((id) => {
      const table = timetable.entries[id]?.table ?? null
      if (table === null || taken.has(table)) return true
      seat(id, table)
      return false
    })
    const moving = waiting.filter((id) => {
      const table = last.get(timetable.pairOf(id)[0])
      if (table === undefined || taken.has(table) || table > tablesAt(timetable, slot)) return true
      seat(id, table)
      return false
    })
    for (const id of moving) {
      let table = 1
      while (taken.has(table)) table += 1
      seat(id, table)
    }
  }
  return numbers
}

function tablesAt({ problem }: Timetable, slot: number): number {
  return problem.tables?.[slot] ?? Number.POSITIVE_INFINITY
}
