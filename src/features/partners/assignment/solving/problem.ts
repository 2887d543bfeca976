/** Why two who would meet do not: what they could not be given. */
export const causes = ['absence', 'interpreters', 'tables', 'fixed', 'quota', 'kept', 'time'] as const
export type Cause = (typeof causes)[number]

/** Which of the two sides offers itself first; the other chooses among those who come. */
export const proposers = ['fairer', 'first', 'second'] as const
export type Proposing = (typeof proposers)[number]

/** Two participants by their places in the list, that of the first side before that of the second. */
export type Pair = readonly [number, number]

export interface ProblemParticipant {
  side: 0 | 1
  /** How many meetings it takes at most. */
  quota: number
  /** The slots, by number, in which it is not there. */
  absent: readonly number[]
  /** What it speaks; with none said, it needs no interpreter. */
  languages: readonly string[]
  /** The participants that it wants to meet, by their places in the list, the most wanted first. */
  wishes: readonly number[]
  /** The participants that it would rather not meet. */
  refusals: readonly number[]
}

/** A meeting that is to be: set by an organiser, or published. */
export interface FixedMeeting {
  pair: Pair
  /** Null where any slot will do. */
  slot: number | null
  origin: 'fixed' | 'kept'
  /** At which table it was published. */
  table: number | null
}

export interface Interpreters {
  languages: readonly [string, string]
  /** How many of them there are, slot by slot. */
  atOnce: readonly number[]
}

/** The wishes of all participants, and the limits on meetings. */
export interface Problem {
  slots: number
  participants: readonly ProblemParticipant[]
  forbidden: readonly Pair[]
  fixed: readonly FixedMeeting[]
  /** How many can meet at once, slot by slot; null for any number. */
  tables: readonly number[] | null
  /** Null where nobody counts them. */
  interpreters: readonly Interpreters[] | null
}

export interface PlacedMeeting {
  pair: Pair
  slot: number
  /** From one on. */
  table: number
  interpreter: readonly [string, string] | null
  origin: 'matched' | 'fixed' | 'kept'
}

export interface LeftOut {
  pair: Pair
  cause: Cause
}

/** Whether two participants share a language, or one of them says none. */
export function understandEachOther(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((language) => other.includes(language))
}

/** The kinds of interpreters, by number, that could sit between two; null where none is needed or counted. */
export function interpretersFor(problem: Problem, [first, second]: Pair): number[] | null {
  return interpretersBetween(
    problem.interpreters,
    problem.participants[first]?.languages ?? [],
    problem.participants[second]?.languages ?? [],
  )
}

/** Finds the kinds of interpreters by the languages that the two speak. */
export function interpretersBetween(
  interpreters: readonly Pick<Interpreters, 'languages'>[] | null,
  one: readonly string[],
  other: readonly string[],
): number[] | null {
  if (interpreters === null || understandEachOther(one, other)) return null
  return interpreters.flatMap(({ languages: [from, to] }, kind) =>
    (one.includes(from) && other.includes(to)) || (one.includes(to) && other.includes(from)) ? [kind] : [],
  )
}
