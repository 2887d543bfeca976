import { z } from 'zod'
import type { Assignment, phases } from '../solving/assign.ts'
import { type Cause, causes } from '../solving/problem.ts'

export const runStates = ['running', 'done', 'failed', 'ended'] as const
export type RunState = (typeof runStates)[number]

/** One assignment of a session. */
export interface Run {
  id: string
  number: number
  keepsPublished: boolean
  state: RunState
  startedAt: Date
  startedByName: string | null
  endedAt: Date | null
  /** When its worker last reported; null before one took it up. */
  heardAt: Date | null
  phase: (typeof phases)[number] | null
  done: number
  total: number
}

// A search takes seconds and reports its progress all the time: after a minute of silence its worker is dead.
const deadSeconds = 60
const silentSeconds = 20

/** A run whose worker was last heard of before this instant may be taken up by another. */
export function deadSince(now: Temporal.Instant): string {
  return now.subtract({ seconds: deadSeconds }).toString()
}

/** Why a run that is under way is silent; null while it is in good time. */
export function silenceOf(
  { startedAt, heardAt }: Pick<Run, 'startedAt' | 'heardAt'>,
  now: Temporal.Instant,
): 'untaken' | 'silent' | null {
  const last = heardAt ?? startedAt
  if (now.epochMilliseconds - last.getTime() < silentSeconds * 1000) return null
  return heardAt === null ? 'untaken' : 'silent'
}

const nothingBecause = [...causes, 'unasked', 'refused', 'outranked', 'noQuota'] as const
const leftOut = z.object({ firstId: z.string(), secondId: z.string(), cause: z.enum(causes) })
const mean = z.object({ loss: z.number(), firstWishesMet: z.number().nullable() })

/** What a run found beside its meetings, as it is kept: participants by id. */
export const storedReport = z.object({
  proposing: z.union([z.literal(0), z.literal(1)]),
  isCutShort: z.boolean(),
  unheld: z.array(leftOut),
  blocking: z.array(leftOut),
  /** How many there are: of very many, those that are most wanted are kept. */
  blockingCount: z.int(),
  /** How many of all of them each cause has. */
  blockingCauses: z.partialRecord(z.enum(causes), z.int()).optional(),
  worstOffId: z.string().nullable(),
  sides: z.tuple([mean, mean]),
  participants: z.array(
    z.object({
      id: z.string(),
      wishes: z.int(),
      firstWishes: z.int(),
      firstWishesMet: z.int(),
      loss: z.number(),
      nothingBecause: z.enum(nothingBecause).nullable(),
      places: z.array(z.object({ otherId: z.string(), place: z.int().nullable() })),
    }),
  ),
})
export type RunReport = z.output<typeof storedReport>

const mostBlockingKept = 10_000

/** The report of an assignment, with participants by their ids instead of their places in the list. */
export function reportOf(assignment: Assignment, ids: readonly string[]): RunReport {
  const id = (at: number) => ids[at] ?? ''
  const left = ({ pair: [a, b], cause }: Assignment['blocking'][number]) => ({
    firstId: id(a),
    secondId: id(b),
    cause,
  })
  const { fairness, blocking } = assignment
  return {
    proposing: assignment.proposing,
    isCutShort: assignment.isCutShort,
    unheld: assignment.unheld.map(left),
    blocking: blocking.slice(0, mostBlockingKept).map(left),
    blockingCount: blocking.length,
    blockingCauses: countCauses(blocking),
    worstOffId: fairness.worstOff === null ? null : id(fairness.worstOff),
    sides: fairness.sides,
    participants: fairness.participants.map(({ partners, ...satisfaction }, at) => ({
      ...satisfaction,
      id: id(at),
      places: partners.map(({ who, place }) => ({ otherId: id(who), place })),
    })),
  }
}

/** How often each cause stood in the way, the most frequent first. */
export function listCauses({ blockingCauses, blocking }: RunReport): { cause: Cause; count: number }[] {
  const counts = blockingCauses ?? countCauses(blocking)
  return causes
    .flatMap((cause) => (counts[cause] ? [{ cause, count: counts[cause] }] : []))
    .sort((one, other) => other.count - one.count)
}

function countCauses(some: readonly { cause: Cause }[]): Partial<Record<Cause, number>> {
  const counts: Partial<Record<Cause, number>> = {}
  for (const { cause } of some) counts[cause] = (counts[cause] ?? 0) + 1
  return counts
}

/** A meeting that a run found. */
export interface Meeting {
  firstId: string
  secondId: string
  startsAt: Date
  endsAt: Date
  table: number
  /** The languages to interpret between; empty where no interpreter is needed. */
  interpreter: string[]
  origin: 'matched' | 'fixed' | 'kept'
}
