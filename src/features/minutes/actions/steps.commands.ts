import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { SaidDate } from '../../../platform/dates/index.ts'
import { authorize } from '../../../platform/refusal.ts'
import { noteDecision, saidWords } from '../decisions/editing.commands.ts'
import { mayFollowAction } from '../policy.ts'
import type { ActionState } from './action.ts'
import { dueColumns } from './commands.ts'
import { findAction } from './queries.ts'

export interface NewStep {
  state: ActionState
  note: string
  /** The new date of a postponed action. */
  due: SaidDate | null
  /** The language of the date’s words. */
  language: string
}

/** Says what became of an action. Earlier steps are kept. */
export async function followAction(
  context: Context,
  networkId: string,
  actionId: string,
  step: NewStep,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const action = await findAction(inside, networkId, actionId)
    authorize(mayFollowAction(inside.actor, networkId, action.organisation?.id ?? null))
    await inside.database
      .insertInto('minutes_action_step')
      .values({
        step_id: newId(),
        action_id: actionId,
        state: step.state,
        ...dueColumns(step.due?.edtf ?? null, saidWords(step.due, step.language)),
        note: step.note,
        person_id: personIdOf(inside.actor),
        made_at: inside.clock.now().toString(),
        known_on: inside.today,
      })
      .execute()
    await noteDecision(inside, networkId, action.decisionId, step.state)
  })
}
