import { sql } from 'kysely'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { NotificationContext } from '../../../../platform/mail/notify.ts'
import { settleApart } from '../../../translations/index.ts'
import type { Answer, Expectation, Reason } from '../expectation.ts'
import { notifyOfAnswer, notifyOfReply } from '../mails.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listAskers } from '../recipients.queries.ts'
import { endRelay } from '../relays/commands.ts'
import { findRequest, type MemberRequest } from '../requests.queries.ts'
import { hasClosing, lockExpectation, noteStep } from '../trail.commands.ts'
import { listAnswerTexts } from './answer-texts.queries.ts'
import { versionOfAnswer } from './answer-version.ts'

export interface NewAnswer {
  answer: Answer
  reason: Reason | null
  words: LocalizedText
  /** The mark of the answer that the form was drawn with; left out by callers that did not show it. */
  seen?: string | undefined
}

/**
 * `answered`: it holds. `gathered`: with it, all of a relay have answered. `translated`: it has one more language. `same`: it was given
 * already, by a first press. `changed`: another person has changed it since it was shown. An answer is refused once the expectation is
 * closed, or, from members that had not answered, once the relay has ended.
 */
export type AnswerOutcome = 'answered' | 'gathered' | 'translated' | 'same' | 'changed' | 'closed' | 'expired'

/** Records a member’s answer, or a changed one. The caller checks who may speak for the member: an account or a link says so. */
export async function answerRequest(
  context: Context,
  expectation: Expectation,
  request: Pick<MemberRequest, 'id' | 'organisation' | 'relay'>,
  { answer, reason, words, seen }: NewAnswer,
): Promise<AnswerOutcome> {
  return inTransaction(context, async (inside) => {
    const { actor, clock, database, today } = inside
    await lockExpectation(inside, expectation.id)
    if (await hasClosing(inside, expectation.id)) return 'closed'
    const stored = await findRequest(inside, expectation.id, request.id)
    const change = changeOf(stored, { answer, reason, words })
    if (change === 'none') return 'same'
    if (seen && seen !== versionOfAnswer(stored)) return 'changed'
    if (change === 'translation') {
      await writeTranslation(inside, expectation, request, words)
      return 'translated'
    }
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

// Wording an answer in another language is no new answer: it keeps the day on which it was given.
async function writeTranslation(
  context: Context,
  expectation: Expectation,
  { id, organisation }: Pick<MemberRequest, 'id' | 'organisation'>,
  words: LocalizedText,
): Promise<void> {
  await context.database
    .updateTable('partners_expectation_request')
    .set({ words: JSON.stringify(words) })
    .where('request_id', '=', id)
    .execute()
  await noteStep(context, expectation, { verb: 'translated', organisationId: organisation.id })
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

/** Records an answer, and notifies the people concerned; returns what is wrong with it now, if anything. */
export async function takeAnswer(
  notifying: NotificationContext,
  expectation: Expectation,
  request: MemberRequest,
  answer: NewAnswer,
): Promise<FieldError | null> {
  const outcome = await inTransaction(notifying.writing, async (writing) => {
    const taken = await answerRequest(writing, expectation, request, answer)
    if (taken !== 'answered' && taken !== 'gathered' && taken !== 'translated') return taken
    const inside = { ...notifying, writing }
    const stored = await findLinkedExpectation(writing, expectation.networkId, expectation.id)
    const answered = await findRequest(writing, expectation.id, request.id)
    await notifyOfAnswer(inside, stored, answered, { isTranslation: taken === 'translated' })
    const [found] = await listAnswerTexts(writing, expectation.networkId, [request.id])
    // The mail about the answer tells the asker.
    const told = (await listAskers(writing, expectation.id)).flatMap(({ personId }) => personId ?? [])
    for (const text of found?.texts ?? []) await settleApart(writing, text, told)
    if (taken === 'gathered') await notifyOfReply(inside, stored)
    return taken
  })
  const error = errors[outcome]
  return error === null ? null : fieldError('', error)
}

const errors = {
  answered: null,
  gathered: null,
  translated: null,
  same: null,
  changed: 'partners.error.answerChanged',
  closed: 'partners.error.closed',
  expired: 'partners.error.expired',
} as const satisfies Record<AnswerOutcome, string | null>

type Given = Pick<MemberRequest, 'answer' | 'reason' | 'words'>

/**
 * What a form changes of an answer: nothing, by a second press; its words in other languages than that in which they were written, which
 * says nothing new; or the answer itself.
 */
export function changeOf(stored: Given, given: Given): 'none' | 'translation' | 'answer' {
  if (stored.answer !== given.answer || stored.reason !== given.reason) return 'answer'
  if (asText(stored.words) === asText(given.words)) return 'none'
  const original = originalOf(stored.words)
  return original !== undefined && original === originalOf(given.words) ? 'translation' : 'answer'
}

function originalOf(words: LocalizedText): string | undefined {
  const [found] = Object.entries(words).filter(([, { state }]) => state === 'original')
  return found && `${found[0]} ${found[1].text}`
}

function asText(words: LocalizedText): string {
  const passages = Object.entries(words).map(([language, { text, state }]) => [language, text, state])
  return JSON.stringify(passages.sort())
}
