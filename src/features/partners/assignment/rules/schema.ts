import { z } from 'zod'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { present, type Rule, ruleKinds, type SessionGround } from '../session.ts'

/** A pair that the organiser sets or rules out, as the form sends it. */
export const ruleForm = z.object({
  first: z.string(),
  second: z.string(),
  kind: z.enum(ruleKinds),
  slot: z
    .string()
    .default('')
    .transform((id) => (id === '' ? null : id)),
})

export type TypedRule = z.output<typeof ruleForm>

/** What is wrong with a rule beside all that was set before. */
export function ruleErrors(
  { session, participants, rules }: SessionGround,
  { first, second, kind, slot: slotId }: TypedRule,
): FieldError[] {
  const here = present(participants)
  const one = here.find(({ id, side }) => id === first && side === 1)
  const other = here.find(({ id, side }) => id === second && side === 2)
  if (!one) return [fieldError('first', 'partners.assignment.error.unknownParticipant')]
  if (!other) return [fieldError('second', 'partners.assignment.error.unknownParticipant')]
  const known = rules.find(({ firstId, secondId }) => firstId === first && secondId === second)
  if (known)
    return [
      fieldError(
        'kind',
        known.kind === kind
          ? 'partners.assignment.error.ruleTwice'
          : 'partners.assignment.error.fixedAndForbidden',
      ),
    ]
  if (kind === 'forbidden')
    return slotId === null ? [] : [fieldError('slot', 'partners.assignment.error.forbiddenSlot')]
  const fixed = rules.filter((rule) => rule.kind === 'fixed')
  const of = (id: string) => fixed.filter(({ firstId, secondId }) => [firstId, secondId].includes(id))
  for (const [field, who] of [
    ['first', one],
    ['second', other],
  ] as const)
    if (of(who.id).length >= who.quota) return [fieldError(field, 'partners.assignment.error.fixedOverQuota')]
  if (slotId === null) return []
  if (!session.slots.some(({ id }) => id === slotId))
    return [fieldError('slot', 'partners.assignment.error.unknownSlot')]
  const isAbsent = [one, other].some(({ absences }) => absences.includes(slotId))
  if (isAbsent) return [fieldError('slot', 'partners.assignment.error.fixedWhenAbsent')]
  const now = fixed.filter((rule) => rule.slotId === slotId)
  return slotErrors(session.tables, now, [first, second])
}

function slotErrors(tables: number | null, now: readonly Rule[], pair: readonly string[]): FieldError[] {
  if (now.some(({ firstId, secondId }) => pair.includes(firstId) || pair.includes(secondId)))
    return [fieldError('slot', 'partners.assignment.error.fixedInTwoPlaces')]
  if (tables !== null && now.length >= tables)
    return [fieldError('slot', 'partners.assignment.error.fixedOverTables')]
  return []
}
