import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize } from '../../../platform/refusal.ts'
import { mayCommit } from '../policy.ts'
import { type Commitment, selectCommitmentsOpen } from './queries.ts'

/** The event to which authorities commit themselves. */
export interface AskingEvent {
  networkId: string
  eventId: string
}

export interface NewCommitment {
  organisationId: string
  people: number
  words: string
  language: string
}

/** The outcome of a commitment. Nothing changes if commitments are closed, the authority no longer exists, or it is already committed. */
export type Outcome = 'done' | 'closed' | 'gone' | 'twice'

export async function commit(
  context: Context,
  { networkId, eventId }: AskingEvent,
  { organisationId, people, words, language }: NewCommitment,
): Promise<Outcome> {
  authorize(mayCommit(context.actor, { networkId, organisationId }))
  return inTransaction(context, async (inside) => {
    if (!(await isOpenUnderLock(inside, eventId))) return 'closed'
    if (!(await isStillThere(inside, organisationId))) return 'gone'
    const id = newId()
    const { numAffectedRows } = await sql`
      insert into agenda_commitment (commitment_id, event_id, organisation_id, people, words, language, committed_at, committed_by)
      values (${id}, ${eventId}, ${organisationId}, ${people}, ${words}, ${language},
        ${inside.clock.now().toString()}, ${personIdOf(inside.actor)}::uuid)
      on conflict do nothing
    `.execute(inside.database)
    if (numAffectedRows !== 1n) return 'twice'
    await note(inside, { networkId, eventId }, 'committed', id)
    return 'done'
  })
}

/** Withdraws a commitment, as long as commitments are open. */
export async function withdrawCommitment(
  context: Context,
  { networkId, eventId }: AskingEvent,
  { id, organisation }: Pick<Commitment, 'id' | 'organisation'>,
): Promise<Outcome> {
  authorize(mayCommit(context.actor, { networkId, organisationId: organisation.id }))
  return inTransaction(context, async (inside) => {
    if (!(await isOpenUnderLock(inside, eventId))) return 'closed'
    const { numUpdatedRows } = await inside.database
      .updateTable('agenda_commitment')
      .set({ withdrawn_at: inside.clock.now().toString(), withdrawn_by: personIdOf(inside.actor) })
      .where('commitment_id', '=', id)
      .where('event_id', '=', eventId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return 'gone'
    await note(inside, { networkId, eventId }, 'withdrew-commitment', id)
    return 'done'
  })
}

// Who commits and what decides wait for each other: nothing is counted that comes after the count.
async function isOpenUnderLock({ database, today }: Context, eventId: string): Promise<boolean> {
  await lockEvent({ database }, eventId)
  const { rows } = await sql`
    select 1 from agenda_event e where e.event_id = ${eventId} and ${selectCommitmentsOpen(today)}
  `.execute(database)
  return rows.length > 0
}

/** Locks an event until the transaction ends, so that counting and changing its commitments never overlap. */
export async function lockEvent({ database }: Pick<Context, 'database'>, eventId: string): Promise<void> {
  await sql`select 1 from agenda_event where event_id = ${eventId} for update`.execute(database)
}

async function isStillThere({ database, today }: Context, organisationId: string): Promise<boolean> {
  const row = await database
    .selectFrom('directory_organisation')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`coalesce(valid_until > ${today}::date, true)`)
    .executeTakeFirst()
  return row !== undefined
}

async function note(
  context: Context,
  { networkId, eventId }: AskingEvent,
  verb: string,
  commitmentId: string,
): Promise<void> {
  await recordActivity(context, {
    networkId,
    verb,
    subjectKind: 'activity',
    subjectId: eventId,
    detail: { commitment: commitmentId },
  })
}
