import { z } from 'zod'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { present, type Rule, ruleKinds, type SessionFacts } from '../session.ts'
import { type TroubleKind, troublesOf } from './trouble.ts'

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

/** Errors of a rule in view of all earlier ones. */
export function ruleErrors(facts: SessionFacts, typed: TypedRule): FieldError[] {
  const { session, participants, rules } = facts
  const { first, second, kind, slot: slotId } = typed
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
  if (slotId !== null && !session.slots.some(({ id }) => id === slotId))
    return [fieldError('slot', 'partners.assignment.error.unknownSlot')]
  const rule: Rule = { firstId: first, secondId: second, kind, slotId }
  const trouble = troublesOf({ ...facts, rules: [...rules, rule] }).find((each) => each.rule === rule)
  return trouble === undefined ? [] : troubleErrors(trouble.kind, slotId !== null)
}

// With a slot it is that one which is wrong; without one there is none at all.
function troubleErrors(kind: TroubleKind, hasSlot: boolean): FieldError[] {
  const field = hasSlot ? 'slot' : 'second'
  switch (kind) {
    case 'absence':
      return [
        fieldError(
          field,
          hasSlot
            ? 'partners.assignment.error.fixedWhenAbsent'
            : 'partners.assignment.error.fixedNeverTogether',
        ),
      ]
    case 'tables':
      return [
        fieldError(
          field,
          hasSlot
            ? 'partners.assignment.error.fixedOverTables'
            : 'partners.assignment.error.fixedOverAllTables',
        ),
      ]
    case 'interpreters':
      return [
        fieldError(
          field,
          hasSlot
            ? 'partners.assignment.error.fixedOverInterpreters'
            : 'partners.assignment.error.fixedWithoutInterpreter',
        ),
      ]
    case 'twice':
      return [fieldError('slot', 'partners.assignment.error.fixedInTwoPlaces')]
    default:
      return [fieldError(field, 'partners.assignment.error.fixedOverQuota')]
  }
}
