import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { NewAction } from './action.ts'

/** Writes the actions of a decision as part of another command. */
export async function writeActions(
  { database }: Context,
  { networkId, decisionId }: { networkId: string; decisionId: string },
  actions: readonly NewAction[],
  after = -1,
): Promise<void> {
  if (actions.length === 0) return
  await database
    .insertInto('minutes_action')
    .values(
      actions.map((action, index) => ({
        action_id: newId(),
        decision_id: decisionId,
        network_id: networkId,
        ...columnsOf(action),
        position: after + 1 + index,
        known_on: action.knownOn,
      })),
    )
    .execute()
}

export function columnsOf(action: Omit<NewAction, 'knownOn'>) {
  return {
    text: JSON.stringify(action.text),
    organisation_id: action.organisationId,
    person: action.person,
    ...dueColumns(action.due, action.dueWords),
  }
}

export function dueColumns(due: string | null, words: LocalizedText) {
  const range = due === null ? null : readEdtf(due)
  return {
    due,
    due_from: range?.from ?? null,
    due_to: range?.to ?? null,
    due_words: JSON.stringify(words),
  }
}

/** Removes actions with their steps, as part of another command. */
export async function removeActions({ database }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await database
    .deleteFrom('minutes_action_step')
    .where('action_id', 'in', [...ids])
    .execute()
  await database
    .deleteFrom('minutes_action')
    .where('action_id', 'in', [...ids])
    .execute()
}

/** Changes an action as part of another command. */
export async function changeAction(
  { database }: Context,
  actionId: string,
  action: Omit<NewAction, 'knownOn'>,
  position: number,
): Promise<void> {
  await database
    .updateTable('minutes_action')
    .set({ ...columnsOf(action), position })
    .where('action_id', '=', actionId)
    .execute()
}
