import { recordActivity } from '../../../../platform/activity/activity.ts'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { mayHoldSession, maySpeakFor } from '../../policy.ts'
import { type Participant, type Session, sideOf } from '../session.ts'
import { type HeldEvent, touchSession } from '../setup/commands.ts'
import type { TypedParticipant } from './schema.ts'

export interface NewParticipant {
  organisation: { id: string; country: string }
  personName: string
  address: string | null
  /** Of mails. */
  language: string
  languages: string[]
}

/** Whether the actor may speak for an organisation at the meetings of an event. */
export function mayActFor(context: Context, held: HeldEvent, organisationId: string): boolean {
  return (
    mayHoldSession(context.actor, held) ||
    maySpeakFor(context.actor, { networkId: held.networkId, organisationId })
  )
}

/** Adds organisations to the meetings, each once; returns the ids of the new ones. */
export async function addParticipants(
  context: Context,
  held: HeldEvent,
  session: Session,
  added: readonly NewParticipant[],
): Promise<string[]> {
  for (const { organisation } of added) authorize(mayActFor(context, held, organisation.id))
  if (added.length === 0) return []
  return inTransaction(context, async (inside) => {
    await touchSession(inside, session.id)
    const rows = await inside.database
      .insertInto('partners_session_participant')
      .values(
        added.map(({ organisation, personName, address, language, languages }) => ({
          participant_id: newId(),
          session_id: session.id,
          organisation_id: organisation.id,
          side: sideOf(session, organisation.country),
          quota: session.usualQuota,
          languages,
          person_name: personName,
          address,
          language,
          added_by: personIdOf(inside.actor),
          added_at: inside.clock.now().toString(),
        })),
      )
      .onConflict((conflict) => conflict.columns(['session_id', 'organisation_id']).doNothing())
      .returning('participant_id')
      .execute()
    for (const { participant_id } of rows) await note(inside, held, 'joined-meetings', participant_id)
    return rows.map(({ participant_id }) => participant_id)
  })
}

/** Changes the details of a participant. */
export async function changeParticipant(
  context: Context,
  held: HeldEvent,
  session: Session,
  participant: Participant,
  said: TypedParticipant,
): Promise<void> {
  authorize(mayActFor(context, held, participant.organisation.id))
  await inTransaction(context, async (inside) => {
    await touchSession(inside, session.id)
    const { database } = inside
    await database
      .updateTable('partners_session_participant')
      .set({
        person_name: said.personName,
        address: said.address,
        language: said.language,
        languages: said.languages,
        quota: said.quota,
      })
      .where('participant_id', '=', participant.id)
      .execute()
    await database
      .deleteFrom('partners_session_absence')
      .where('participant_id', '=', participant.id)
      .execute()
    if (said.absences.length > 0)
      await database
        .insertInto('partners_session_absence')
        .values(said.absences.map((slot) => ({ participant_id: participant.id, slot_id: slot })))
        .execute()
    await note(inside, held, 'changed-participant', participant.id)
  })
}

/** Withdraws a participant from the meetings, or takes it back; false when that was so already. A run that is under way goes on. */
export async function sayLeft(
  context: Context,
  held: HeldEvent,
  session: Session,
  participant: Participant,
  hasLeft: boolean,
): Promise<boolean> {
  authorize(mayActFor(context, held, participant.organisation.id))
  return inTransaction(context, async (inside) => {
    await touchSession(inside, session.id)
    const { actor, clock, database } = inside
    const { numUpdatedRows } = await database
      .updateTable('partners_session_participant')
      .set(
        hasLeft
          ? { left_at: clock.now().toString(), left_by: personIdOf(actor) }
          : { left_at: null, left_by: null },
      )
      .where('participant_id', '=', participant.id)
      .where('left_at', hasLeft ? 'is' : 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    await note(inside, held, hasLeft ? 'left-meetings' : 'returned-to-meetings', participant.id)
    return true
  })
}

/** Records who did what with a participant. */
export function note(
  context: Context,
  { id, networkId }: HeldEvent,
  verb: string,
  participantId: string,
): Promise<void> {
  const detail = { participant: participantId }
  return recordActivity(context, { networkId, verb, subjectKind: 'activity', subjectId: id, detail })
}
