import { keyOf, orderedPair, type Preferences } from './preferences.ts'
import type { Cause, LeftOut, PlacedMeeting, Problem } from './problem.ts'

/**
 * The pairs that block: both have room, or would rather have each other than one of their meetings. Each has what stood in its way: what
 * it could not be given, or the quota that a fixed meeting or an absence takes. Null for none, which would be a fault of the program.
 */
export function listBlocking(
  problem: Problem,
  preferences: Preferences,
  meetings: readonly PlacedMeeting[],
  causes: ReadonlyMap<number, Cause>,
): (Omit<LeftOut, 'cause'> & { cause: Cause | null })[] {
  const partners = partnersOf(problem, meetings)
  return [...problem.participants.keys()]
    .filter((one) => problem.participants[one]?.side === 0)
    .flatMap((one) =>
      (preferences.lists[one] ?? [])
        .filter((other) => !partners[one]?.some(({ who }) => who === other))
        .filter((other) => wants(problem, preferences, partners, one, other))
        .filter((other) => wants(problem, preferences, partners, other, one))
        .map((other) => ({
          pair: orderedPair(problem, one, other),
          cause: causes.get(keyOf(problem, one, other)) ?? takenBy(problem, partners, [one, other]),
        })),
    )
}

export interface Partner {
  who: number
  origin: PlacedMeeting['origin']
}

/** The partners of each participant. */
export function partnersOf(problem: Problem, meetings: readonly PlacedMeeting[]): Partner[][] {
  const partners: Partner[][] = problem.participants.map(() => [])
  for (const { pair, origin } of meetings)
    for (const [one, who] of [pair, [pair[1], pair[0]] as const]) partners[one]?.push({ who, origin })
  return partners
}

function wants(
  { participants }: Problem,
  { rankOf }: Preferences,
  partners: readonly Partner[][],
  one: number,
  other: number,
): boolean {
  const own = partners[one] ?? []
  if (own.length < (participants[one]?.quota ?? 0)) return true
  const rank = rankOf(one, other) ?? Number.POSITIVE_INFINITY
  return own.some(({ who }) => (rankOf(one, who) ?? Number.POSITIVE_INFINITY) > rank)
}

function takenBy(
  { participants, slots }: Problem,
  partners: readonly Partner[][],
  pair: readonly number[],
): Cause | null {
  const origins = pair.flatMap((one) => partners[one]?.map(({ origin }) => origin) ?? [])
  if (origins.includes('fixed')) return 'quota'
  if (origins.includes('kept')) return 'kept'
  const isCut = pair.some((one) => {
    const { quota = 0, absent = [] } = participants[one] ?? {}
    return quota > slots - new Set(absent).size
  })
  return isCut ? 'absence' : null
}
