import type { Pair, Problem } from './problem.ts'

/** Which participants may meet, and in which order each would have the others. */
export interface Preferences {
  /** By participant: the others that it may meet, the most wanted first. */
  lists: readonly (readonly number[])[]
  /** The place of one in the list of another, from 0; null where the two may not meet. */
  rankOf(of: number, who: number): number | null
}

/**
 * Two may meet when one of them at least has asked, neither refuses, and the organiser has not forbidden it. Each has its own wishes first,
 * in its order; then those who asked for it unasked, the ones that want it most before the others, and among equals by their place in the
 * list.
 */
export function preferencesOf(problem: Problem): Preferences {
  const { participants } = problem
  const count = participants.length
  const forbidden = new Set(problem.forbidden.flatMap(([a, b]) => [a * count + b, b * count + a]))
  const mayMeet = (one: number, other: number) =>
    participants[one]?.side !== participants[other]?.side &&
    !forbidden.has(one * count + other) &&
    !participants[one]?.refusals.includes(other) &&
    !participants[other]?.refusals.includes(one)
  const askers: { who: number; wanted: number }[][] = participants.map(() => [])
  for (const [who, { wishes }] of participants.entries())
    for (const [wanted, other] of wishes.entries()) askers[other]?.push({ who, wanted })
  const lists = participants.map(({ wishes }, one) => {
    const asked = (askers[one] ?? [])
      .filter(({ who }) => !wishes.includes(who))
      .sort((left, right) => left.wanted - right.wanted || left.who - right.who)
    return [...new Set([...wishes, ...asked.map(({ who }) => who)])].filter((other) => mayMeet(one, other))
  })
  const ranks = lists.map((list) => new Map(list.map((other, rank) => [other, rank])))
  return { lists, rankOf: (of, who) => ranks[of]?.get(who) ?? null }
}

/** Names a pair by one number, whichever of the two comes first. */
export function keyOf(problem: Problem, one: number, other: number): number {
  return Math.min(one, other) * problem.participants.length + Math.max(one, other)
}

/** A pair with that of the first side in front. */
export function orderedPair(problem: Problem, one: number, other: number): Pair {
  return problem.participants[one]?.side === 0 ? [one, other] : [other, one]
}
