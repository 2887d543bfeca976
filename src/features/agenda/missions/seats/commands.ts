import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { mayAnswerForSeats, mayAskForSeats } from '../../policy.ts'
import { countGiven, type SeatRequest } from './queries.ts'

/** The mission on which seats are asked for. */
export interface AskedMission {
  networkId: string
  eventId: string
  /** The organisations that hold it. */
  holders: readonly string[]
}

export interface NewRequest {
  seatsId: string
  organisationId: string
  count: number
  words: string
  language: string
}

/** Asks for seats for an authority; null if it has already asked for the same ones. */
export async function askForSeats(
  context: Context,
  mission: AskedMission,
  request: NewRequest,
): Promise<string | null> {
  const { networkId, eventId, holders } = mission
  authorize(mayAskForSeats(context.actor, { networkId, holders, organisationId: request.organisationId }))
  return inTransaction(context, async (inside) => {
    const id = newId()
    const { numAffectedRows } = await sql`
      insert into agenda_seat_request (request_id, event_id, seats_id, organisation_id, count, words, language, asked_at, asked_by)
      values (${id}, ${eventId}, ${request.seatsId}, ${request.organisationId}, ${request.count}, ${request.words},
        ${request.language}, ${inside.clock.now().toString()}, ${personIdOf(inside.actor)}::uuid)
      on conflict do nothing
    `.execute(inside.database)
    if (numAffectedRows !== 1n) return null
    await note(inside, mission, 'asked-for-seats', id)
    return id
  })
}

/** The outcome of an answer. Nothing changes if fewer seats are left than were asked for, or another answer came first. */
export type Outcome = 'done' | 'tooFew' | 'changed'

/** Accepts or refuses a request, with a word. */
export async function answerRequest(
  context: Context,
  mission: AskedMission,
  request: Pick<SeatRequest, 'id' | 'seatsId' | 'count'>,
  given: { decision: 'accepted' | 'refused'; answer: string; language: string; seats: number },
): Promise<Outcome> {
  authorize(mayAnswerForSeats(context.actor, mission))
  return inTransaction(context, async (inside) => {
    // Two who accept at once do so one after the other.
    await sql`select 1 from agenda_event where event_id = ${mission.eventId} for update`.execute(
      inside.database,
    )
    if (given.decision === 'accepted') {
      const left = given.seats - (await countGiven(inside, request.seatsId))
      if (request.count > left) return 'tooFew'
    }
    const { numUpdatedRows } = await inside.database
      .updateTable('agenda_seat_request')
      .set({
        decision: given.decision,
        decided_at: inside.clock.now().toString(),
        decided_by: personIdOf(inside.actor),
        answer: given.answer,
        answer_language: given.language,
      })
      .where('request_id', '=', request.id)
      .where('event_id', '=', mission.eventId)
      .where('decision', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return 'changed'
    await note(inside, mission, `${given.decision}-seats`, request.id)
    return 'done'
  })
}

/** Withdraws a request, also an accepted one: its seats are free again. */
export async function withdrawRequest(
  context: Context,
  mission: AskedMission,
  request: Pick<SeatRequest, 'id' | 'organisation'>,
): Promise<Outcome> {
  const { networkId, eventId, holders } = mission
  authorize(mayAskForSeats(context.actor, { networkId, holders, organisationId: request.organisation.id }))
  return inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('agenda_seat_request')
      .set({ withdrawn_at: inside.clock.now().toString(), withdrawn_by: personIdOf(inside.actor) })
      .where('request_id', '=', request.id)
      .where('event_id', '=', eventId)
      .where('withdrawn_at', 'is', null)
      .where(sql<boolean>`decision is distinct from 'refused'`)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return 'changed'
    await note(inside, mission, 'withdrew-seats', request.id)
    return 'done'
  })
}

async function note(
  context: Context,
  { networkId, eventId }: AskedMission,
  verb: string,
  requestId: string,
): Promise<void> {
  await recordActivity(context, {
    networkId,
    verb,
    subjectKind: 'activity',
    subjectId: eventId,
    detail: { request: requestId },
  })
}
