import { sql } from 'kysely'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { NotificationContext } from '../../../../platform/mail/notify.ts'
import { reindexTexts, settleRequests } from '../../../translations/index.ts'
import { answerKind } from '../answering/answer-texts.queries.ts'
import type { Expectation, Outcome } from '../expectation.ts'
import { expectationTexts } from '../expectation-texts.commands.ts'
import { notifyOfEnd, notifyOfReply } from '../mails.ts'
import { findLinkedExpectation, type Verb } from '../queries.ts'
import { endRelay } from '../relays/commands.ts'
import { listRequests } from '../requests.queries.ts'
import { lockExpectation, noteStep } from '../trail.commands.ts'

export interface NewClosing {
  outcome: Outcome
  /** The answer that met it; required when it is satisfied. */
  requestId: string | null
  word: LocalizedText
}

const verbs: Readonly<Record<Outcome, Verb>> = {
  satisfied: 'satisfied',
  partly: 'closedPartly',
  unmet: 'unmet',
  withdrawn: 'withdrawn',
}

/**
 * `gathered`: closing it ended a relay, of which the asker gets the reply. `closed`: a colleague was quicker. `unnamed`: no taker named.
 */
export type ClosingOutcome = 'done' | 'gathered' | 'closed' | 'unnamed'

/** Says what became of an expectation, for good unless it is reopened. The caller checks who may. */
export async function closeExpectation(
  context: Context,
  expectation: Expectation,
  { outcome, requestId, word }: NewClosing,
): Promise<ClosingOutcome> {
  const { id } = expectation
  return inTransaction(context, async (inside) => {
    const { actor, clock, database, today } = inside
    await lockExpectation(inside, id)
    const named = requestId === null ? null : await findNamed(inside, id, requestId)
    if (named === undefined || (outcome === 'satisfied' && named === null)) return 'unnamed'
    const { numInsertedOrUpdatedRows } = await database
      .insertInto('partners_expectation_closing')
      .values({
        expectation_id: id,
        outcome,
        request_id: named === null ? null : requestId,
        answer: named?.answer ?? null,
        word: JSON.stringify(word),
        closed_on: today,
        closed_at: clock.now().toString(),
        closed_by: personIdOf(actor),
      })
      .onConflict((conflict) => conflict.column('expectation_id').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return 'closed'
    // What is closed may be expected again, in the same words.
    await database
      .updateTable('partners_expectation')
      .set({ sent_digest: null })
      .where('expectation_id', '=', id)
      .execute()
    const isGathered = await endRelay(inside, expectation, 'closed')
    await noteStep(inside, expectation, {
      verb: verbs[outcome],
      organisationId: named?.organisationId ?? null,
    })
    await reindexTexts(inside, [expectationTexts], expectation.networkId, [{ kind: 'expectation', id }])
    // Answers of what is closed are worded in no other language any more.
    const answers = (await listRequests(inside, id)).map((request) => request.id)
    const gone = answers.map((recordId) => ({ recordKind: answerKind, recordId, texts: [] }))
    await settleRequests(inside, expectation.networkId, gone)
    return isGathered ? 'gathered' : 'done'
  })
}

/** Reopens it; false where it was not closed, or has been reopened meanwhile. */
export async function reopenExpectation(context: Context, expectation: Expectation): Promise<boolean> {
  const { id, networkId } = expectation
  return inTransaction(context, async (inside) => {
    await lockExpectation(inside, id)
    const { numDeletedRows } = await inside.database
      .deleteFrom('partners_expectation_closing')
      .where('expectation_id', '=', id)
      .executeTakeFirst()
    if (numDeletedRows !== 1n) return false
    await noteStep(inside, expectation, { verb: 'reopened' })
    await reindexTexts(inside, [expectationTexts], networkId, [{ kind: 'expectation', id }])
    return true
  })
}

async function findNamed({ database }: Context, expectationId: string, requestId: string) {
  return database
    .selectFrom('partners_expectation_request')
    .select(['answer', 'organisation_id as organisationId'])
    .where('expectation_id', '=', expectationId)
    .where('request_id', '=', requestId)
    .where(sql<boolean>`answer in ('yes', 'partly')`)
    .executeTakeFirst()
}

/** Closes an expectation, and notifies the people concerned; returns what is in the way now, if anything. */
export async function takeClosing(
  notifying: NotificationContext,
  expectation: Expectation,
  closing: NewClosing,
): Promise<FieldError | null> {
  const outcome = await inTransaction(notifying.writing, async (writing) => {
    const closed = await closeExpectation(writing, expectation, closing)
    if (closed === 'closed' || closed === 'unnamed') return closed
    const inside = { ...notifying, writing }
    const stored = await findLinkedExpectation(writing, expectation.networkId, expectation.id)
    if (closed === 'gathered') await notifyOfReply(inside, stored)
    await notifyOfEnd(inside, stored, 'closed')
    return closed
  })
  if (outcome === 'closed') return fieldError('', 'partners.error.closedMeanwhile')
  return outcome === 'unnamed' ? fieldError('by', 'partners.error.metBy') : null
}

/** Reopens it, and notifies the people concerned; false where another person was quicker. */
export async function takeReopening(
  notifying: NotificationContext,
  expectation: Expectation,
): Promise<boolean> {
  return inTransaction(notifying.writing, async (writing) => {
    if (!(await reopenExpectation(writing, expectation))) return false
    const stored = await findLinkedExpectation(writing, expectation.networkId, expectation.id)
    await notifyOfEnd({ ...notifying, writing }, stored, 'reopened')
    return true
  })
}
