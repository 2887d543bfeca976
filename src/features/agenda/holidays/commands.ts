import type { z } from 'zod'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { mayKeepHolidays } from '../policy.ts'
import type { addedDaysForm } from './schema.ts'

/** Adds days to the calendar of a network; they are known from the context's day on. */
export async function addDays(
  context: Context,
  networkId: string,
  days: z.output<typeof addedDaysForm>,
): Promise<string> {
  authorize(mayKeepHolidays(context.actor, networkId))
  const id = newId()
  await inTransaction(context, async (inside) => {
    await inside.database
      .insertInto('agenda_holiday')
      .values({
        holiday_id: id,
        network_id: networkId,
        country: days.country,
        from_on: days.from,
        to_on: days.to,
        name: JSON.stringify(Object.fromEntries(Object.entries(days.name).filter(([, text]) => text !== ''))),
        closes_offices: days.closesOffices === 'yes',
        source: days.source,
        known_on: inside.today,
        created_at: inside.clock.now().toString(),
      })
      .execute()
    await recordHoliday(inside, networkId, id, 'added')
  })
  return id
}

/** Withdraws days that a network added: from the context's day on they are no longer known. */
export async function withdrawDays(context: Context, networkId: string, id: string): Promise<void> {
  authorize(mayKeepHolidays(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('agenda_holiday')
      .set({ withdrawn_on: inside.today })
      .where('network_id', '=', networkId)
      .where('holiday_id', '=', id)
      .where('withdrawn_on', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) notFound(id)
    await recordHoliday(inside, networkId, id, 'withdrew')
  })
}

function recordHoliday(context: Context, networkId: string, subjectId: string, verb: string): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'holiday', subjectId })
}
