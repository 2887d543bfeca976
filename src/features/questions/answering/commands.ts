import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { draftPractice } from '../../practices/index.ts'
import type { Question } from '../questions/question.ts'
import type { AskedPeer } from '../routing/world.queries.ts'
import { headline, reworded } from '../words.ts'
import { recordUnread, writeAnswer, writeQuestion } from '../writing.commands.ts'
import type { Answer } from './answers.queries.ts'
import { askedLinks } from './links.ts'

// So long an answer can be taken back before others read it.
const toTakeBack = { minutes: 10 }

export interface NewAnswer {
  organisationId: string
  /** Null where a member answers on the page unasked. */
  askedId: string | null
  words: LocalizedText
  signed: string
  via: Answer['via']
  mailId?: string | null
  /** Whose word it is was not shown: it waits for its author. Any other waits where its question is hidden, until it is shown again. */
  isHeld?: boolean
}

/** Records an answer, which others read ten minutes later; returns its id. Refuses where the question is closed, unless a mail brought it. */
export async function giveAnswer(
  context: Context,
  question: Question,
  { organisationId, askedId, words, signed, via, mailId = null, isHeld = false }: NewAnswer,
): Promise<string> {
  if (question.closedAt !== null && via !== 'mail')
    throw new Refusal('changedMeanwhile', 'The question was closed meanwhile')
  const id = newId()
  const now = context.clock.now()
  const [given_at, leaves_at] = [now.toString(), now.add(toTakeBack).toString()]
  const hiddenAt = sql<string>`(select hidden_at from questions_question where question_id = ${question.id})`
  await inTransaction(context, async (inside) => {
    await inside.database
      .insertInto('questions_answer')
      .values({
        ...{ answer_id: id, question_id: question.id, network_id: question.networkId, via, signed },
        ...{ organisation_id: organisationId, asked_id: askedId, said_by: personIdOf(inside.actor) },
        ...{ words: JSON.stringify(words), mail_id: mailId, held_at: isHeld ? given_at : hiddenAt },
        ...{ given_at, leaves_at, updated_at: given_at },
      })
      .execute()
    if (!isHeld) await noteSaid(inside, askedId, 'answered')
    await recordUnread(inside, question, 'answered', { answer: id })
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
    const columns = { words: JSON.stringify(reworded(before, words)), signed }
    await writeAnswer(inside, question, id, 'changed', columns)
  })
}

/** Takes an answer back that nobody else has read yet. */
export async function takeBack(context: Context, question: Question, answer: Answer): Promise<void> {
  const now = context.clock.now().toString()
  await inTransaction(context, async (inside) => {
    const { numDeletedRows } = await inside.database
      .deleteFrom('questions_answer')
      .where('answer_id', '=', answer.id)
      .where(sql<boolean>`told_at is null and (held_at is not null or leaves_at > ${now})`)
      .executeTakeFirst()
    if (numDeletedRows !== 1n) throw new Refusal('changedMeanwhile', 'Others read the answer already')
    await noteSaid(inside, answer.askedId, null)
    await recordUnread(inside, question, 'tookBack', { answer: answer.id })
  })
}

/** Lets the answers go on that were held since their question was hidden, and are shown to be of their authors. */
export async function releaseAnswers({ database, clock }: Context, questionId: string): Promise<void> {
  await database
    .updateTable('questions_answer')
    .set({ held_at: null, leaves_at: clock.now().add(toTakeBack).toString() })
    .where('question_id', '=', questionId)
    .where(
      sql<boolean>`held_at = (select hidden_at from questions_question where question_id = ${questionId})`,
    )
    .execute()
}

/** Its author says that a held answer is theirs: ten minutes later others read it. */
export async function adoptAnswer(context: Context, question: Question, answer: Answer): Promise<void> {
  const leaves_at = context.clock.now().add(toTakeBack).toString()
  await inTransaction(context, async (inside) => {
    const still = sql<boolean>`held_at is not null`
    await writeAnswer(inside, question, answer.id, 'adopted', { held_at: null, leaves_at }, { still })
    await noteSaid(inside, answer.askedId, 'answered')
  })
}

/** Notes what somebody who is asked does: an answer outweighs what they said before, and null takes an answer back. */
export async function noteSaid(
  { database, clock }: Context,
  askedId: string | null,
  said: 'answered' | 'declined' | 'passed' | null,
  reason: string | null = null,
): Promise<void> {
  await database
    .updateTable('questions_asked')
    .set({ said, reason, said_at: said === null ? null : clock.now().toString() })
    .where('asked_id', '=', askedId)
    .where(said === null ? sql<boolean>`said = 'answered'` : sql<boolean>`true`)
    .execute()
}

/** What an asker does with an answer, and where it is not done yet. */
const judgements = {
  accepted: sql<boolean>`accepted_at is null`,
  unaccepted: sql<boolean>`accepted_at is not null`,
  thanked: sql<boolean>`thanked_at is null`,
  publish: sql<boolean>`publish_asked_at is null and may_publish is null`,
}
export type Judgement = keyof typeof judgements

/**
 * The asker accepts an answer, or no longer; thanks for it; asks whether it may become a sheet. To accept thanks too, and asks that where
 * the group reads the question. Returns the one mail that tells its author; null for none. Refuses what was done before.
 */
export async function judgeAnswer(
  context: Context,
  question: Question,
  answer: Answer,
  judgement: Judgement,
): Promise<'accepted' | 'thanked' | 'publish' | null> {
  const now = context.clock.now().toString()
  const isAsked = answer.isPublishAsked || answer.mayPublish !== null
  const asks = question.visibility === 'group' && !isAsked
  const columns = {
    accepted: {
      accepted_at: now,
      thanked_at: answer.thankedAt ?? now,
      ...(asks ? { publish_asked_at: now } : {}),
    },
    unaccepted: { accepted_at: null },
    thanked: { thanked_at: now },
    publish: { publish_asked_at: now },
  }[judgement]
  const verb = judgement === 'publish' ? null : judgement
  const still = judgements[judgement]
  if (!(await writeAnswer(context, question, answer.id, verb, columns, { still })))
    throw new Refusal('changedMeanwhile', 'It was done already')
  if (judgement === 'unaccepted') return null
  return judgement === 'accepted' && asks ? 'publish' : judgement
}

/** The asker asks an author back, once; or the author says something to that. */
export async function askBack(
  context: Context,
  question: Question,
  answer: Answer,
  column: 'back' | 'back_said',
  words: LocalizedText,
): Promise<void> {
  const verb = column === 'back' ? 'askedBack' : 'saidBack'
  const still = sql<boolean>`${sql.ref(column)} = '{}'::jsonb`
  if (
    !(await writeAnswer(context, question, answer.id, verb, { [column]: JSON.stringify(words) }, { still }))
  )
    throw new Refusal('changedMeanwhile', 'It was asked back once already')
}

/**
 * Its author lets an accepted answer become a sheet, or not. The draft is their authority’s: the question is its problem, their words are
 * what was done; what is missing, and what failed, is asked of them there.
 */
export async function publishAnswer(
  context: Context,
  question: Question,
  answer: Answer,
  may: boolean,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const still = sql<boolean>`may_publish is null`
    if (!(await writeAnswer(inside, question, answer.id, null, { may_publish: may }, { still })))
      throw new Refusal('changedMeanwhile', 'They said it already')
    if (!may || question.sheet !== null || answer.acceptedAt === null) return
    const title = Object.entries(question.question).map(([language, { state }]) => {
      return [language, { text: headline(question, language), state }] as const
    })
    const sheet = await draftPractice(inside, question.networkId, {
      holderId: answer.organisation.id,
      title: Object.fromEntries(title),
      themes: question.themes,
      trades: question.trade === null ? [] : [question.trade],
      problem: question.question,
      done: answer.words,
    })
    const isFirst = { still: sql<boolean>`sheet_id is null`, detail: { sheet } }
    if (!(await writeQuestion(inside, question, 'drafted', { sheet_id: sheet }, isFirst)))
      throw new Refusal('changedMeanwhile', 'Another answer became the sheet')
  })
}

/** Ends the link of somebody who was asked, at their wish, and the address to which they answer: they are not asked about it again. */
export async function forgetAsked(context: Context, { id }: Pick<AskedPeer, 'id'>): Promise<void> {
  await askedLinks.end(context, { asked_id: id })
  await context.database
    .updateTable('questions_asked')
    .set({ reply_digest: null })
    .where('asked_id', '=', id)
    .execute()
  await context.database
    .updateTable('questions_answer')
    .set({ signed: '' })
    .where('asked_id', '=', id)
    .execute()
}
