import type { Context } from '../../../platform/context/context.ts'
import type { NewAction } from './action.ts'
import { columnsOf } from './commands.ts'

/** Changes what is to be done as part of another command. */
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
