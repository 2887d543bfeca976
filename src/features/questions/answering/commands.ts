import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { reindexTexts } from '../../translations/index.ts'
import { questionTexts } from '../question-texts.commands.ts'
import type { Outcome, Question } from '../questions/question.ts'
import { refreshQuestionSearch } from '../search.commands.ts'
import type { Answer } from './answers.queries.ts'

/** So long an answer can be taken back before others read it. */
export const minutesToTakeBack = 10

export interface NewAnswer {
  organisationId: string
  /** Null where a member answers on the page unasked. */
  askedId: string | null
  words: LocalizedText
  signed: string
  via: Answer['via']
  mailId?: string | null
  /** Whose word it is was not shown: it waits for its author. */
  isHeld?: boolean
}

/** Records an answer, which others read ten minutes later; returns its id. Refuses where the question is closed, unless a mail brought it. */
export async function giveAnswer(context: Context, question: Question, answer: NewAnswer): Promise<string> {
  if (question.closedAt !== null && answer.via !== 'mail')
    throw new Refusal('changedMeanwhile', 'The question was closed meanwhile')
  const id = newId()
  const now = context.clock.now()
  await inTransaction(context, async (inside) => {
    await inside.database
      .insertInto('questions_answer')
      .values({
        ...{ answer_id: id, question_id: question.id, network_id: question.networkId },
        ...{
          organisation_id: answer.organisationId,
          asked_id: answer.askedId,
          said_by: personIdOf(inside.actor),
        },
        ...{
          words: JSON.stringify(answer.words),
          signed: answer.signed,
          via: answer.via,
          mail_id: answer.mailId ?? null,
        },
        held_at: answer.isHeld ? now.toString() : null,
        ...{ given_at: now.toString(), leaves_at: now.add({ minutes: minutesToTakeBack }).toString() },
        updated_at: now.toString(),
      })
      .execute()
    if (answer.askedId !== null && !answer.isHeld) await noteSaid(inside, answer.askedId, 'answered')
    await follow(inside, question, 'answered', { answer: id })
  })
  return id
}

/** Changes the words of an answer; what it said before is kept. */
export async function changeAnswer(
  context: Context,
  question: Question,
  { id, words: before }: Pick<Answer, 'id' | 'words'>,
  { words, signed }: Pick<NewAnswer, 'words' | 'signed'>,
): Promise<void> {
  const now = context.clock.now().toString()
  await inTransaction(context, async (inside) => {
    await inside.database
      .insertInto('questions_answer_version')
      .values({ version_id: newId(), answer_id: id, words: JSON.stringify(before), replaced_at: now })
      .execute()
    await inside.database
      .updateTable('questions_answer')
      .set({ words: JSON.stringify(words), signed, updated_at: now })
      .where('answer_id', '=', id)
      .execute()
    await follow(inside, question, 'changed', { answer: id })
  })
}

/** Takes an answer back; whether others had not read it yet. */
export async function takeBack(context: Context, question: Question, answer: Answer): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const { numDeletedRows } = await inside.database
      .deleteFrom('questions_answer')
      .where('answer_id', '=', answer.id)
      .where('told_at', 'is', null)
      .where((is) =>
        is.or([
          is('held_at', 'is not', null),
          is('leaves_at', '>', new Date(inside.clock.now().epochMilliseconds)),
        ]),
      )
      .executeTakeFirst()
    if (numDeletedRows !== 1n) return false
    if (answer.askedId !== null) await unsay(inside, answer.askedId)
    await follow(inside, question, 'tookBack', { answer: answer.id })
    return true
  })
}

/** Its author says that a held answer is theirs: ten minutes later others read it. */
export async function adoptAnswer(context: Context, question: Question, answer: Answer): Promise<void> {
  const now = context.clock.now()
  await inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('questions_answer')
      .set({
        held_at: null,
        leaves_at: now.add({ minutes: minutesToTakeBack }).toString(),
        updated_at: now.toString(),
      })
      .where('answer_id', '=', answer.id)
      .where('held_at', 'is not', null)
      .execute()
    if (answer.askedId !== null) await noteSaid(inside, answer.askedId, 'answered')
    await follow(inside, question, 'adopted', { answer: answer.id })
  })
}

/** Notes what somebody who is asked does: an answer outweighs what they said before. */
export async function noteSaid(
  { database, clock }: Context,
  askedId: string,
  said: 'answered' | 'declined' | 'passed',
  reason: string | null = null,
): Promise<void> {
  await database
    .updateTable('questions_asked')
    .set({ said, reason: said === 'declined' ? reason : null, said_at: clock.now().toString() })
    .where('asked_id', '=', askedId)
    .execute()
}

async function unsay({ database }: Context, askedId: string): Promise<void> {
  await database
    .updateTable('questions_asked')
    .set({ said: null, reason: null, said_at: null })
    .where('asked_id', '=', askedId)
    .where('said', '=', 'answered')
    .execute()
}

/** What the asker does with an answer: accepts it, or no longer; thanks for it. */
export async function judgeAnswer(
  context: Context,
  question: Question,
  answer: Answer,
  verb: 'accepted' | 'unaccepted' | 'thanked',
): Promise<void> {
  const now = context.clock.now().toString()
  await inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('questions_answer')
      .set(verb === 'thanked' ? { thanked_at: now } : { accepted_at: verb === 'accepted' ? now : null })
      .where('answer_id', '=', answer.id)
      .execute()
    await follow(inside, question, verb, { answer: answer.id })
  })
}

/** The asker asks an author back, once; or the author says something to that. */
export async function askBack(
  context: Context,
  question: Question,
  answer: Answer,
  column: 'back' | 'back_said',
  words: LocalizedText,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('questions_answer')
      .set({ [column]: JSON.stringify(words), updated_at: inside.clock.now().toString() })
      .where('answer_id', '=', answer.id)
      .where(column, '=', JSON.stringify({}))
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('changedMeanwhile', 'It was asked back once already')
    await follow(inside, question, column === 'back' ? 'askedBack' : 'saidBack', { answer: answer.id })
  })
}

/** An author lets their answer be published, or not. */
export async function letPublish(context: Context, answerId: string, may: boolean): Promise<void> {
  await context.database
    .updateTable('questions_answer')
    .set({ may_publish: may })
    .where('answer_id', '=', answerId)
    .execute()
}

/** Closes a question; whether it was open. Links and addresses of those asked end with it. */
export async function closeQuestion(
  context: Context,
  question: Question,
  outcome: Outcome,
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const now = inside.clock.now().toString()
    const { numUpdatedRows } = await inside.database
      .updateTable('questions_question')
      .set({ closed_at: now, outcome, updated_at: now })
      .where('question_id', '=', question.id)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    await inside.database
      .deleteFrom('questions_asked')
      .where('question_id', '=', question.id)
      .where('mailed_at', 'is', null)
      .execute()
    await follow(inside, question, 'closed', { outcome })
    return true
  })
}

/** Records what was done to a question, and refreshes what is found by its words and translated of it. */
export async function follow(
  inside: Context,
  { id, networkId }: Pick<Question, 'id' | 'networkId'>,
  verb: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await refreshQuestionSearch(inside, id)
  await recordActivity(inside, { networkId, verb, subjectKind: 'question', subjectId: id, detail })
  await reindexTexts(inside, [questionTexts], networkId, [{ kind: 'question', id }])
}
