import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize } from '../../../platform/refusal.ts'
import { unlinkEvents } from '../../agenda/events/index.ts'
import { mayWriteTogether } from '../policy.ts'

/** Removes cooperations that an import added, with everything beneath them. The caller removes their texts from the index. */
export async function removeCooperations(
  context: Context,
  networkId: string,
  ids: readonly string[],
): Promise<void> {
  authorize(mayWriteTogether(context.actor, networkId))
  if (ids.length === 0) return
  await inTransaction(context, async (inside) => {
    const { database } = inside
    const own = sql`select cooperation_id from registry_cooperation
      where network_id = ${networkId} and cooperation_id = any(${[...ids]}::uuid[])`
    const agreements = sql`select agreement_id from registry_agreement where cooperation_id in (${own})`
    await sql`
      delete from registry_evidence where network_id = ${networkId}
        and (subject_id in (${own}) or subject_id in (${agreements}))
    `.execute(database)
    await sql`delete from registry_dispute_value where dispute_id in (
      select dispute_id from registry_dispute where subject_id in (${own}) or subject_id in (${agreements})
    )`.execute(database)
    await sql`delete from registry_dispute where subject_id in (${own}) or subject_id in (${agreements})`.execute(
      database,
    )
    await sql`delete from registry_agreement_step where agreement_id in (${agreements})`.execute(database)
    await sql`delete from registry_agreement_party where agreement_id in (${agreements})`.execute(database)
    await sql`delete from registry_agreement where cooperation_id in (${own})`.execute(database)
    await sql`delete from registry_note where subject_id in (${own})`.execute(database)
    await sql`update registry_note set cooperation_id = null where cooperation_id in (${own})`.execute(
      database,
    )
    await unlinkEvents(inside, networkId, ids)
    await sql`delete from registry_confirmation where cooperation_id in (${own})`.execute(database)
    await sql`delete from registry_confirmation_request where cooperation_id in (${own})`.execute(database)
    await sql`delete from registry_theme where cooperation_id in (${own})`.execute(database)
    await sql`delete from registry_party where cooperation_id in (${own})`.execute(database)
    await sql`delete from registry_actor where cooperation_id in (${own})`.execute(database)
    await sql`delete from registry_standing where cooperation_id in (${own})`.execute(database)
    await sql`delete from registry_prospect where cooperation_id in (${own})`.execute(database)
    await sql`delete from registry_cooperation where network_id = ${networkId} and cooperation_id = any(${[...ids]}::uuid[])`.execute(
      database,
    )
    for (const id of ids.slice(0, 1))
      await recordActivity(inside, {
        networkId,
        verb: 'tookBack',
        subjectKind: 'cooperation',
        subjectId: id,
        detail: { cooperations: ids.length },
      })
  })
}

/** Removes the evidence on organisations that are gone. */
export async function removeEvidenceOf(
  context: Context,
  networkId: string,
  ids: readonly string[],
  subjectKind: 'organisation' | 'activity' = 'organisation',
): Promise<void> {
  authorize(mayWriteTogether(context.actor, networkId))
  if (ids.length === 0) return
  await context.database
    .deleteFrom('registry_evidence')
    .where('network_id', '=', networkId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', 'in', [...ids])
    .execute()
}

/** Removes a source on which no fact rests any more; false if one does. */
export async function removeUnusedSource(
  context: Context,
  networkId: string,
  sourceId: string,
): Promise<boolean> {
  authorize(mayWriteTogether(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const { rows } = await sql`
      select 1 where exists (select 1 from registry_evidence where source_id = ${sourceId})
        or exists (select 1 from registry_dispute_value where source_id = ${sourceId})
        or exists (select 1 from registry_source where retells_id = ${sourceId})
        or exists (select 1 from minutes_account where source_id = ${sourceId})
    `.execute(inside.database)
    if (rows.length > 0) return false
    await inside.database.deleteFrom('registry_passage').where('source_id', '=', sourceId).execute()
    await inside.database
      .deleteFrom('registry_source')
      .where('network_id', '=', networkId)
      .where('source_id', '=', sourceId)
      .execute()
    return true
  })
}
