import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { forgetSender, type LinkSuggestion, suggestByLink } from '../../contributions/index.ts'
import { briefIdOf } from '../items/document.ts'
import type { ItemKey } from '../items/skeleton.ts'
import { type Question, questionLinks } from './question.ts'

const linkDays = 60
const keptDays = 60

export interface NewQuestion {
  address: string
  language: string
  words: string
}

/** Records that an office is asked about the brief of a country; returns the id and the day on which its link ends. */
export async function askOffice(
  inside: Context,
  { networkId, country }: { networkId: string; country: string },
  { address, language, words }: NewQuestion,
): Promise<{ id: string; endsOn: string }> {
  const now = inside.clock.now()
  const id = newId()
  const endsAt = now.add({ hours: 24 * linkDays }).toString()
  const asked = { address, language, words, asked_by: personIdOf(inside.actor), asked_at: now.toString() }
  await inside.database
    .insertInto('briefs_question')
    .values({ question_id: id, network_id: networkId, country, ends_at: endsAt, ...asked })
    .execute()
  await note(inside, networkId, country, 'asked')
  return { id, endsOn: endsAt.slice(0, 10) }
}

/** Takes a question back: its link says so from then on. Refused if the link has ended. */
export async function withdrawQuestion(
  context: Context,
  { networkId, country }: { networkId: string; country: string },
  id: string,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const now = inside.clock.now().toString()
    const { numUpdatedRows } = await inside.database
      .updateTable('briefs_question')
      .set({ withdrawn_at: now, withdrawn_by: personIdOf(inside.actor) })
      .where('question_id', '=', id)
      .where('network_id', '=', networkId)
      .where('country', '=', country)
      .where('withdrawn_at', 'is', null)
      .where('ends_at', '>', sql<Date>`${now}::timestamptz`)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('taken', 'The link has ended already')
    await note(inside, networkId, country, 'withdrew')
  })
}

interface Answering extends Omit<Parameters<typeof suggestByLink>[1], 'address' | 'language'> {
  question: Question
  language: string
}

/** Hands the answers of an office to those who decide, one suggestion an item. Called in the caller’s transaction. */
export async function takeAnswers(
  inside: Context,
  { question, ...record }: Answering,
  answers: readonly (LinkSuggestion & { key: ItemKey })[],
): Promise<void> {
  const ids = await suggestByLink(inside, { ...record, address: question.address }, answers)
  const now = inside.clock.now().toString()
  const rows = answers.flatMap(({ key }, index) => {
    const id = ids[index]
    return id === undefined ? [] : [{ suggestion_id: id, question_id: question.id, key, sent_at: now }]
  })
  await inside.database.insertInto('briefs_answer').values(rows).execute()
}

/** Erases, at its wish, the address of an office with the mail to it; the link ends, the answers stay. */
export async function forgetOffice(context: Context, { id, address }: Question): Promise<void> {
  await makeNameless(context, [id])
  await questionLinks.end(context, { question_id: id })
  await sql`
    update briefs_question set ends_at = least(ends_at, ${context.clock.now().toString()}::timestamptz) where question_id = ${id}
  `.execute(context.database)
  if (address !== null) await removeMailsTo(context, [address.toLowerCase()], 'briefs.questions')
}

/** Erases the addresses of offices whose links ended sixty days ago. */
export async function forgetOffices(context: Context): Promise<void> {
  const limit = context.clock.now().subtract({ hours: 24 * keptDays })
  const { rows } = await sql<{ id: string }>`
    select question_id as id from briefs_question
    where coalesce(withdrawn_at, ends_at) < ${limit.toString()}::timestamptz and address is not null
  `.execute(context.database)
  await inTransaction(context, (inside) =>
    makeNameless(
      inside,
      rows.map(({ id }) => id),
    ),
  )
}

async function makeNameless(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await context.database
    .updateTable('briefs_question')
    .set({ address: null, words: '' })
    .where('question_id', 'in', [...ids])
    .execute()
  const answers = await context.database
    .selectFrom('briefs_answer')
    .select('suggestion_id')
    .where('question_id', 'in', [...ids])
    .execute()
  await forgetSender(
    context,
    answers.map((row) => row.suggestion_id),
  )
}

function note(inside: Context, networkId: string, country: string, verb: string): Promise<void> {
  const subjectId = briefIdOf(country)
  return recordActivity(inside, { networkId, verb, subjectKind: 'brief-question', subjectId })
}
