import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import { maySpeakFor } from '../policy.ts'
import type { Practice } from '../sheets/queries.ts'
import type { PracticeUse, UseState } from './queries.ts'

export interface TypedUse {
  organisationId: string
  state: UseState
  since: string | null
  reason: LocalizedText
  changed: LocalizedText
  outcome: LocalizedText
  evidence: string
}

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
  const saidFor = [organisationId, holder.id].find((id) =>
    maySpeakFor(context.actor, { networkId, organisationId: id }),
  )
  authorize(saidFor !== undefined)
  await inTransaction(context, async (inside) => {
    const columns = {
      ...{ state: said.state, since: said.since, evidence: said.evidence },
      reason: JSON.stringify(said.state === 'given_up' ? said.reason : {}),
      ...{ changed: JSON.stringify(said.changed), outcome: JSON.stringify(said.outcome) },
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
    await record(inside, practice, id, 'declared')
  })
}

/** Confirms, for the other of the two authorities, that the practice was taken up. Whoever said it cannot confirm it. */
export async function confirmUse(context: Context, practice: Practice, use: PracticeUse): Promise<void> {
  const { networkId, holder } = practice
  const other = use.saidFor === holder.id ? use.taker.id : holder.id
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
      throw new Refusal(
        'taken',
        `The use ${use.id} was changed or confirmed meanwhile, ${other} has to see it`,
      )
    await record(inside, { ...practice, networkId }, use.id, 'confirmed')
  })
}

/** Takes back what was said of a use; both authorities may. */
export async function removeUse(context: Context, practice: Practice, use: PracticeUse): Promise<void> {
  const { networkId, holder } = practice
  authorize(
    [use.taker.id, holder.id].some((id) => maySpeakFor(context.actor, { networkId, organisationId: id })),
  )
  await inTransaction(context, async (inside) => {
    await inside.database.deleteFrom('practices_use').where('use_id', '=', use.id).execute()
    await record(inside, practice, use.id, 'withdrew')
  })
}

/** Whether the actor speaks for the side that has not said it, and not as the person of the secretariat who said it for the other. */
export function mayConfirm(
  { actor }: Pick<Context, 'actor'>,
  { networkId, holder }: Pick<Practice, 'networkId' | 'holder'>,
  { saidFor, taker, confirmedOn }: PracticeUse,
): boolean {
  const other = saidFor === holder.id ? taker.id : holder.id
  if (confirmedOn !== null || actor.kind !== 'person') return false
  return actor.holdings.some(
    (holding) =>
      holding.networkId === networkId && holding.role === 'member' && holding.organisationIds.includes(other),
  )
}

function record(
  inside: Context,
  practice: Pick<Practice, 'id' | 'networkId'>,
  useId: string,
  verb: string,
): Promise<void> {
  return recordActivity(inside, {
    networkId: practice.networkId,
    verb,
    subjectKind: 'practice',
    subjectId: practice.id,
    detail: { use: useId },
  })
}
