import { organisationsOf, personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { columnsOf } from '../../../platform/records/fields/columns.ts'
import type { DocumentOf } from '../../../platform/records/fields/field.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import { maySpeakFor } from '../policy.ts'
import { recordOnSheet } from '../sheets/commands.ts'
import type { Practice } from '../sheets/queries.ts'
import { type PracticeUse, useFields } from './queries.ts'

export type TypedUse = DocumentOf<typeof useFields> & { organisationId: string }

/**
 * Says that an authority took a practice up, or changes what was said. It is said by the taker or by the holder; whoever speaks for
 * neither is refused, and so is a holder that would take up its own practice. What changes waits for the other side’s word again.
 */
export async function declareUse(
  context: Context,
  practice: Practice,
  { organisationId, ...said }: TypedUse,
): Promise<void> {
  const { networkId, holder } = practice
  if (organisationId === holder.id)
    throw new Refusal('wrongInput', 'A holder takes up no practice of its own')
  const saidFor = [organisationId, holder.id].find((id) => maySpeakFor(context.actor, networkId, id))
  authorize(saidFor !== undefined)
  await inTransaction(context, async (inside) => {
    const columns = {
      ...columnsOf(useFields, said.state === 'given_up' ? said : { ...said, reason: {} }),
      ...{ said_for: saidFor ?? organisationId, said_by: personIdOf(inside.actor) },
      ...{ confirmed_on: null, confirmed_by: null, updated_at: inside.clock.now().toString() },
    }
    const { use_id: id } = await inside.database
      .insertInto('practices_use')
      .values({
        ...{ use_id: newId(), network_id: networkId, sheet_id: practice.id, organisation_id: organisationId },
        ...columns,
        known_on: inside.today,
      })
      .onConflict((conflict) => conflict.columns(['sheet_id', 'organisation_id']).doUpdateSet(columns))
      .returning('use_id')
      .executeTakeFirstOrThrow()
    await recordOnSheet(inside, practice, 'declared', { use: id })
  })
}

/** Confirms, for the other of the two authorities, that the practice was taken up. Whoever said it cannot confirm it. */
export async function confirmUse(context: Context, practice: Practice, use: PracticeUse): Promise<void> {
  authorize(mayConfirm(context, practice, use))
  await inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('practices_use')
      .set({
        ...{ confirmed_on: inside.today, confirmed_by: personIdOf(inside.actor) },
        updated_at: inside.clock.now().toString(),
      })
      .where('use_id', '=', use.id)
      .where('said_for', '=', use.saidFor)
      .where('confirmed_on', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n)
      throw new Refusal('taken', `The use ${use.id} was changed or confirmed meanwhile`)
    await recordOnSheet(inside, practice, 'confirmed', { use: use.id })
  })
}

/** Takes back what was said of a use; both authorities may. */
export async function removeUse(context: Context, practice: Practice, use: PracticeUse): Promise<void> {
  authorize(mayChangeUse(context, practice, use))
  await inTransaction(context, async (inside) => {
    const { numDeletedRows } = await inside.database
      .deleteFrom('practices_use')
      .where('use_id', '=', use.id)
      .executeTakeFirst()
    if (numDeletedRows !== 1n) throw new Refusal('taken', `The use ${use.id} was taken back meanwhile`)
    await recordOnSheet(inside, practice, 'withdrew', { use: use.id })
  })
}

/** Both authorities change what is said of a use, or take it back. */
export function mayChangeUse(
  { actor }: Pick<Context, 'actor'>,
  { networkId, holder }: Pick<Practice, 'networkId' | 'holder'>,
  { taker }: PracticeUse,
): boolean {
  return [taker.id, holder.id].some((id) => maySpeakFor(actor, networkId, id))
}

/** Whether the actor is a member for the side that has not said it; the secretariat confirms nothing. */
export function mayConfirm(
  { actor }: Pick<Context, 'actor'>,
  { networkId, holder }: Pick<Practice, 'networkId' | 'holder'>,
  { saidFor, taker, confirmedOn }: PracticeUse,
): boolean {
  const other = saidFor === holder.id ? taker.id : holder.id
  return confirmedOn === null && organisationsOf(actor, networkId, ['member']).includes(other)
}
