import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { FieldError } from '../../../../platform/input/form.ts'
import { authorize, notFound } from '../../../../platform/refusal.ts'
import { mayHoldSession } from '../../policy.ts'
import { note } from '../participants/commands.ts'
import { lookUpSessionFacts } from '../queries.ts'
import type { Session } from '../session.ts'
import { type HeldEvent, lockSession, touchSession } from '../setup/commands.ts'
import { ruleErrors, type TypedRule } from './schema.ts'

/** Fixes a pair or rules it out; returns the errors in view of the earlier rules, of anybody. */
export async function addRule(
  context: Context,
  held: HeldEvent,
  session: Session,
  rule: TypedRule,
): Promise<FieldError[]> {
  authorize(mayHoldSession(context.actor, held))
  return inTransaction(context, async (inside) => {
    await lockSession(inside, session.id)
    const facts = (await lookUpSessionFacts(inside, held.id)) ?? notFound(held.id)
    const errors = ruleErrors(facts, rule)
    if (errors.length > 0) return errors
    await inside.database
      .insertInto('partners_session_rule')
      .values({
        session_id: session.id,
        first_id: rule.first,
        second_id: rule.second,
        kind: rule.kind,
        slot_id: rule.slot,
        made_by: personIdOf(inside.actor),
        made_at: inside.clock.now().toString(),
      })
      .execute()
    await touchSession(inside, session.id)
    await note(inside, held, rule.kind === 'fixed' ? 'fixed-meeting' : 'forbade-meeting', rule.first)
    return []
  })
}

/** Removes a rule; false where it was gone already. */
export async function removeRule(
  context: Context,
  held: HeldEvent,
  session: Session,
  { first, second }: Pick<TypedRule, 'first' | 'second'>,
): Promise<boolean> {
  authorize(mayHoldSession(context.actor, held))
  return inTransaction(context, async (inside) => {
    const { numDeletedRows } = await inside.database
      .deleteFrom('partners_session_rule')
      .where('session_id', '=', session.id)
      .where('first_id', '=', first)
      .where('second_id', '=', second)
      .executeTakeFirst()
    if (numDeletedRows !== 1n) return false
    await touchSession(inside, session.id)
    await note(inside, held, 'freed-meeting', first)
    return true
  })
}
