import { sql } from 'kysely'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Answer, Expectation, Reason } from '../expectation.ts'
import { hasClosing, lockExpectation } from '../locks/commands.ts'
import { endRelay } from '../relays/commands.ts'
import type { MemberRequest } from '../requests/queries.ts'
import { noteStep } from '../trail/commands.ts'

export interface NewAnswer {
  answer: Answer
  reason: Reason | null
  words: LocalizedText
}

/**
 * `answered`: it stands. `gathered`: with it, all of a relay have answered. `same`: it stood already, by a first press. Nothing stands of what
 * comes once the expectation is closed, or, from those who had not answered, once the relay has ended.
 */
export type AnswerOutcome = 'answered' | 'gathered' | 'same' | 'closed' | 'expired'

/** A member answers, or answers anew. Who may speak for it, is the caller’s affair: an account or a link says so. */
export async function answerRequest(
  context: Context,
  expectation: Expectation,
  request: Pick<MemberRequest, 'id' | 'organisation' | 'relay'>,
  { answer, reason, words }: NewAnswer,
): Promise<AnswerOutcome> {
  return inTransaction(context, async (inside) => {
    const { actor, clock, database, today } = inside
    await lockExpectation(inside, expectation.id)
    if (await hasClosing(inside, expectation.id)) return 'closed'
    if (await isStanding(inside, request.id, { answer, reason, words })) return 'same'
    const { numUpdatedRows } = await database
      .updateTable('partners_expectation_request')
      .set({
        answer,
        reason,
        words: JSON.stringify(words),
        answered_on: today,
        answered_at: clock.now().toString(),
        answered_by: personIdOf(actor),
      })
      .where('request_id', '=', request.id)
      .where(
        sql<boolean>`(answered_at is not null or relay_id is null or exists (select 1 from partners_expectation_relay relay
          where relay.relay_id = partners_expectation_request.relay_id and relay.ended_at is null))`,
      )
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return 'expired'
    await noteStep(inside, expectation, { verb: answer, organisationId: request.organisation.id })
    if (request.relay === null || request.relay.hasEnded) return 'answered'
    const isGathered = !(await isAwaited(inside, request.relay.id))
    return isGathered && (await endRelay(inside, expectation, 'answered')) ? 'gathered' : 'answered'
  })
}

async function isStanding({ database }: Context, requestId: string, { answer, reason, words }: NewAnswer) {
  const { rows } = await sql`
    select 1 from partners_expectation_request where request_id = ${requestId} and answer = ${answer}
      and reason is not distinct from ${reason}::text and words = ${JSON.stringify(words)}::jsonb
  `.execute(database)
  return rows.length > 0
}

async function isAwaited({ database }: Context, relayId: string): Promise<boolean> {
  const row = await database
    .selectFrom('partners_expectation_request')
    .select('request_id')
    .where('relay_id', '=', relayId)
    .where('answer', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
