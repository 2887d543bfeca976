import type { Meeting } from '../runs/run.ts'
import { present, type SessionFacts } from '../session.ts'

/** The meetings of a run that are possible, and those that are not: a participant has since left or is away, or the pair is ruled out. */
export function stillPossible(
  { session, participants, wishes, rules }: SessionFacts,
  meetings: readonly Meeting[],
): { possible: Meeting[]; impossible: Meeting[] } {
  const here = new Map(present(participants).map((each) => [each.id, each]))
  const slots = new Map(
    session.slots.map(({ id, startsAt, endsAt }) => [`${startsAt.getTime()}/${endsAt.getTime()}`, id]),
  )
  const fixed = new Set(
    rules.flatMap(({ kind, firstId, secondId }) => (kind === 'fixed' ? [`${firstId} ${secondId}`] : [])),
  )
  const ruledOut = new Set([
    ...rules.flatMap(({ kind, firstId, secondId }) =>
      kind === 'forbidden' ? [`${firstId} ${secondId}`] : [],
    ),
    ...wishes.flatMap(({ participantId, otherId, position }) =>
      position === null ? [`${participantId} ${otherId}`, `${otherId} ${participantId}`] : [],
    ),
  ])
  const isPossible = ({ firstId, secondId, startsAt, endsAt }: Meeting) => {
    const slot = slots.get(`${startsAt.getTime()}/${endsAt.getTime()}`)
    const pair = `${firstId} ${secondId}`
    return (
      slot !== undefined &&
      (fixed.has(pair) || !ruledOut.has(pair)) &&
      [firstId, secondId].every((id) => here.get(id)?.absences.includes(slot) === false)
    )
  }
  return {
    possible: meetings.filter(isPossible),
    impossible: meetings.filter((meeting) => !isPossible(meeting)),
  }
}
