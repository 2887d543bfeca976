import { z } from 'zod'
import { present, type SessionFacts } from '../session.ts'

/** The input of a run, to show later what has changed. */
export const storedGrounds = z.object({
  slots: z.array(z.string()),
  tables: z.int().nullable(),
  interpreters: z.string(),
  proposing: z.string(),
  rules: z.array(z.string()),
  participants: z.record(
    z.string(),
    z.object({ quota: z.int(), absences: z.string(), languages: z.string(), wishes: z.string() }),
  ),
})
export type Grounds = z.output<typeof storedGrounds>

/** The current state of the session, in few words. */
export function groundsOf({ session, participants, wishes, rules }: SessionFacts): Grounds {
  const wishesOf = (id: string) =>
    wishes
      .filter(({ participantId }) => participantId === id)
      .map(({ otherId, position }) => `${position ?? 'not'}:${otherId}`)
      .sort()
      .join()
  return {
    slots: session.slots.map(({ startsAt, endsAt }) => `${startsAt.toISOString()}/${endsAt.toISOString()}`),
    tables: session.tables,
    interpreters: JSON.stringify(session.interpreters),
    proposing: session.proposing,
    rules: rules.map((rule) => [rule.kind, rule.firstId, rule.secondId, rule.slotId ?? ''].join()).sort(),
    participants: Object.fromEntries(
      present(participants).map((one) => [
        one.id,
        {
          quota: one.quota,
          absences: [...one.absences].sort().join(),
          languages: [...one.languages].sort().join(),
          wishes: wishesOf(one.id),
        },
      ]),
    ),
  }
}

export const groundChanges = [
  'joined',
  'left',
  'quota',
  'absences',
  'languages',
  'wishes',
  'slots',
  'tables',
  'interpreters',
  'proposing',
  'rules',
] as const

/** Something that is not as it was; of a participant, by id. */
export interface GroundChange {
  what: (typeof groundChanges)[number]
  participantId: string | null
}

/** The changes between two states of a session, those of participants first. */
export function changesBetween(before: Grounds, after: Grounds): GroundChange[] {
  const ids = [...new Set([...Object.keys(before.participants), ...Object.keys(after.participants)])]
  const ofParticipants = ids.flatMap((participantId): GroundChange[] => {
    const [was, is] = [before.participants[participantId], after.participants[participantId]]
    if (!was) return [{ what: 'joined', participantId }]
    if (!is) return [{ what: 'left', participantId }]
    return (['quota', 'absences', 'languages', 'wishes'] as const).flatMap((what) =>
      was[what] === is[what] ? [] : [{ what, participantId }],
    )
  })
  const ofSession = (['slots', 'tables', 'interpreters', 'proposing', 'rules'] as const).flatMap((what) =>
    JSON.stringify(before[what]) === JSON.stringify(after[what]) ? [] : [{ what, participantId: null }],
  )
  return [...ofParticipants, ...ofSession]
}
