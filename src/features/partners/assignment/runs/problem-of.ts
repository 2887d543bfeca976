import type { Appointment } from '../publication/appointment.ts'
import { type Participant, present, type Session, type SessionFacts } from '../session.ts'
import type { FixedMeeting, Pair, Problem } from '../solving/problem.ts'

interface Stated {
  problem: Problem
  /** Of the participants, in their order in the problem. */
  ids: string[]
}

/** The problem of a run: the participants, and the published meetings where these are to stay. */
export function problemOf(facts: SessionFacts, kept: readonly Appointment[]): Stated {
  const { session, wishes, rules } = facts
  const here = present(facts.participants)
  const ids = here.map(({ id }) => id)
  const places = new Map(ids.map((id, at) => [id, at]))
  const slots = new Map(session.slots.map(({ id }, at) => [id, at]))
  const wished = (who: string, isRefused: boolean) =>
    wishes
      .filter(({ participantId, position }) => participantId === who && (position === null) === isRefused)
      .flatMap(({ otherId }) => places.get(otherId) ?? [])
  const pairOf = (firstId: string, secondId: string): Pair[] => {
    const [first, second] = [places.get(firstId), places.get(secondId)]
    return first === undefined || second === undefined ? [] : [[first, second]]
  }
  const set = rules.flatMap(({ kind, firstId, secondId, slotId }) =>
    kind === 'fixed'
      ? pairOf(firstId, secondId).map((pair): FixedMeeting => {
          const slot = slotId === null ? null : (slots.get(slotId) ?? null)
          return { pair, slot, origin: 'fixed', table: null }
        })
      : [],
  )
  const forbidden = rules.flatMap(({ kind, firstId, secondId }) =>
    kind === 'forbidden' ? pairOf(firstId, secondId) : [],
  )
  const problem: Problem = {
    slots: session.slots.length,
    participants: here.map((one) => ({
      side: one.side === 1 ? 0 : 1,
      quota: Math.min(one.quota, session.slots.length),
      absent: one.absences.flatMap((slotId) => slots.get(slotId) ?? []),
      languages: one.languages,
      wishes: wished(one.id, false),
      refusals: wished(one.id, true),
    })),
    forbidden,
    fixed: set,
    tables: session.tables === null ? null : everySlot(session, session.tables),
    interpreters:
      session.interpreters?.map(({ languages, count }) => ({
        languages,
        atOnce: everySlot(session, count),
      })) ?? null,
  }
  return { problem: { ...problem, fixed: withKept(problem, session, places, kept) }, ids }
}

const everySlot = ({ slots }: Session, count: number) => slots.map(() => count)

// A published meeting stays as long as nothing speaks against it: who is away, what the organiser set since, quotas, tables.
function withKept(
  problem: Problem,
  { slots }: Session,
  places: ReadonlyMap<string, number>,
  kept: readonly Appointment[],
): FixedMeeting[] {
  const all = [...problem.fixed]
  for (const { firstId, secondId, startsAt, endsAt, table } of kept) {
    const [first, second] = [places.get(firstId), places.get(secondId)]
    const slot = slots.findIndex(
      (each) => each.startsAt.getTime() === startsAt.getTime() && each.endsAt.getTime() === endsAt.getTime(),
    )
    if (first === undefined || second === undefined || slot < 0) continue
    const pair: Pair = [first, second]
    const set = all.findIndex((each) => each.pair[0] === first && each.pair[1] === second)
    const asSet = all[set]
    if (asSet?.slot === null && mayStay(problem, all.toSpliced(set, 1), pair, slot))
      all[set] = { ...asSet, slot, table }
    else if (!asSet && mayStay(problem, all, pair, slot)) all.push({ pair, slot, origin: 'kept', table })
  }
  return all
}

function mayStay(problem: Problem, fixed: readonly FixedMeeting[], pair: Pair, slot: number): boolean {
  const now = fixed.filter((each) => each.slot === slot)
  const isForbidden = problem.forbidden.some(([a, b]) => a === pair[0] && b === pair[1])
  const isFull = now.length >= (problem.tables?.[slot] ?? Number.POSITIVE_INFINITY)
  return (
    !isForbidden &&
    !isFull &&
    !now.some((each) => each.pair.some((one) => pair.includes(one))) &&
    pair.every((one, at) => {
      const participant = problem.participants[one]
      const other = pair[1 - at] ?? one
      const held = fixed.filter((each) => each.pair.includes(one)).length
      return (
        participant !== undefined &&
        held < participant.quota &&
        !participant.absent.includes(slot) &&
        !participant.refusals.includes(other)
      )
    })
  )
}

/** The participants of each side, to say before a run that there is nobody to meet. */
export function hasBothSides(participants: readonly Participant[]): boolean {
  const here = present(participants)
  return here.some(({ side }) => side === 1) && here.some(({ side }) => side === 2)
}
