import { preferencesOf } from '../../src/features/partners/assignment/solving/preferences.ts'
import type { PlacedMeeting, Problem } from '../../src/features/partners/assignment/solving/problem.ts'

// Written independently of the program: each side has room, or a partner that it would give up.
export function bruteBlocking(problem: Problem, meetings: readonly PlacedMeeting[]): string[] {
  const { lists } = preferencesOf(problem)
  const met = (one: number) =>
    meetings.flatMap(({ pair }) => (pair.includes(one) ? pair.filter((who) => who !== one) : []))
  const wants = (one: number, other: number) => {
    const list = lists[one] ?? []
    const own = met(one)
    return (
      list.includes(other) &&
      !own.includes(other) &&
      (own.length < (problem.participants[one]?.quota ?? 0) ||
        own.some((who) => list.indexOf(who) > list.indexOf(other)))
    )
  }
  const all = [...problem.participants.keys()]
  return all.flatMap((one) =>
    all
      .filter((other) => one < other && wants(one, other) && wants(other, one))
      .map((other) => `${one}-${other}`),
  )
}

export function canAllBePlaced(
  problem: Problem,
  pairs: readonly { pair: readonly [number, number]; slot: number | null }[],
  placed: { pair: readonly [number, number]; slot: number }[] = [],
): boolean {
  const [first, ...rest] = pairs
  if (!first) return interpretersSuffice(problem, placed)
  return Array.from({ length: problem.slots }, (_, slot) => slot)
    .filter((slot) => first.slot === null || first.slot === slot)
    .filter((slot) => first.pair.every((one) => !problem.participants[one]?.absent.includes(slot)))
    .filter((slot) =>
      placed.every((each) => each.slot !== slot || !each.pair.some((one) => first.pair.includes(one))),
    )
    .filter((slot) => placed.filter((each) => each.slot === slot).length < (problem.tables?.[slot] ?? 99))
    .some((slot) => canAllBePlaced(problem, rest, [...placed, { pair: first.pair, slot }]))
}

function interpretersSuffice(
  problem: Problem,
  placed: readonly { pair: readonly [number, number]; slot: number }[],
): boolean {
  const { interpreters } = problem
  if (interpreters === null) return true
  return Array.from({ length: problem.slots }, (_, slot) => slot).every((slot) => {
    const needs = placed
      .filter((each) => each.slot === slot)
      .flatMap(({ pair }) => {
        const [one = [], other = []] = pair.map((who) => problem.participants[who]?.languages ?? [])
        if (one.length === 0 || other.length === 0 || one.some((each) => other.includes(each))) return []
        return [
          interpreters.flatMap(({ languages: [from, to] }, kind) =>
            (one.includes(from) && other.includes(to)) || (one.includes(to) && other.includes(from))
              ? [kind]
              : [],
          ),
        ]
      })
    const give = (left: readonly (readonly number[])[], room: readonly number[]): boolean => {
      const [first, ...rest] = left
      if (!first) return true
      return first.some(
        (kind) =>
          (room[kind] ?? 0) > 0 &&
          give(
            rest,
            room.map((each, at) => (at === kind ? each - 1 : each)),
          ),
      )
    }
    return give(
      needs,
      interpreters.map(({ atOnce }) => atOnce[slot] ?? 0),
    )
  })
}
