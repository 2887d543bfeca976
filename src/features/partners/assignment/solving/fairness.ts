import { keyOf, orderedPair, type Preferences } from './preferences.ts'
import type { Cause, LeftOut, PlacedMeeting, Problem } from './problem.ts'

/** Why a participant meets nobody. */
export type NothingBecause = Cause | 'unasked' | 'refused' | 'outranked' | 'noQuota'

export interface Satisfaction {
  /** Its partners, with their place among its own wishes from 1; null for those that asked for it alone. */
  partners: { who: number; place: number | null }[]
  /** How many wishes it has, and how many of as many first ones as it could have meetings it got. */
  wishes: number
  firstWishes: number
  firstWishesMet: number
  /** How far it is from having its first choices, place by place: 0 for all that it could wish. */
  loss: number
  /** Null for a participant with meetings. */
  nothingBecause: NothingBecause | null
}

export interface Fairness {
  participants: Satisfaction[]
  /** The one with the greatest loss; null where nobody loses anything. */
  worstOff: number | null
  /** For each side: its mean loss, and which part of its first wishes it got (null without any). */
  sides: [SideMean, SideMean]
}

export interface SideMean {
  loss: number
  firstWishesMet: number | null
}

/** What each participant got of its wishes. A possible meeting that it has not counts as the last place of its list. */
export function measureFairness(
  problem: Problem,
  preferences: Preferences,
  meetings: readonly PlacedMeeting[],
  leftOut: readonly LeftOut[],
): Fairness {
  const partners = partnersOf(problem, meetings)
  const participants = problem.participants.map((participant, one): Satisfaction => {
    const { wishes, quota } = participant
    const list = preferences.lists[one] ?? []
    const own = (partners[one] ?? []).map(({ who }) => who)
    const firsts = wishes.slice(0, Math.min(quota, problem.slots))
    return {
      partners: own.map((who) => ({ who, place: wishes.includes(who) ? wishes.indexOf(who) + 1 : null })),
      wishes: wishes.length,
      firstWishes: firsts.length,
      firstWishesMet: firsts.filter((wish) => own.includes(wish)).length,
      loss: lossOf(
        own.map((who) => preferences.rankOf(one, who) ?? list.length),
        list.length,
        quota,
      ),
      nothingBecause: own.length > 0 ? null : nothingBecause(problem, list, leftOut, one),
    }
  })
  const losses = participants.map(({ loss }) => loss)
  const greatest = Math.max(0, ...losses)
  return {
    participants,
    worstOff: greatest === 0 ? null : losses.indexOf(greatest),
    sides: [meanOf(problem, participants, 0), meanOf(problem, participants, 1)],
  }
}

/** Whether one result is fairer: first by the greatest loss of one, then by how many meet nobody, then by the loss of all together. */
export function isFairer(one: Fairness, other: Fairness): boolean {
  for (const measure of [greatestLoss, countAlone, wholeLoss]) {
    const difference = measure(one) - measure(other)
    if (difference !== 0) return difference < 0
  }
  return false
}

const greatestLoss = ({ participants }: Fairness) => Math.max(0, ...participants.map(({ loss }) => loss))
const countAlone = ({ participants }: Fairness) =>
  participants.filter(({ nothingBecause }) => nothingBecause !== null).length
const wholeLoss = ({ participants }: Fairness) => sum(participants.map(({ loss }) => loss))

function lossOf(ranks: readonly number[], length: number, quota: number): number {
  const places = Math.max(ranks.length, Math.min(quota, length))
  const ideal = sum(Array.from({ length: places }, (_, place) => Math.min(place, length)))
  return sum(ranks) + (places - ranks.length) * length - ideal
}

function nothingBecause(
  { participants }: Problem,
  list: readonly number[],
  leftOut: readonly LeftOut[],
  one: number,
): NothingBecause {
  if ((participants[one]?.quota ?? 0) === 0) return 'noQuota'
  if (list.length === 0) {
    const isAsked = participants.some(({ wishes }) => wishes.includes(one))
    return isAsked || (participants[one]?.wishes.length ?? 0) > 0 ? 'refused' : 'unasked'
  }
  return leftOut.find(({ pair }) => pair.includes(one))?.cause ?? 'outranked'
}

function meanOf({ participants }: Problem, all: readonly Satisfaction[], side: 0 | 1): SideMean {
  const own = all.filter((_, one) => participants[one]?.side === side)
  const firsts = sum(own.map(({ firstWishes }) => firstWishes))
  return {
    loss: own.length === 0 ? 0 : sum(own.map(({ loss }) => loss)) / own.length,
    firstWishesMet: firsts === 0 ? null : sum(own.map(({ firstWishesMet }) => firstWishesMet)) / firsts,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

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

interface Partner {
  who: number
  origin: PlacedMeeting['origin']
}

/** The partners of each participant. */
function partnersOf(problem: Problem, meetings: readonly PlacedMeeting[]): Partner[][] {
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
