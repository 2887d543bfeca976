import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { mayReadAnswers } from '../policy.ts'
import { selectReference } from '../questions/queries.ts'
import type { Question } from '../questions/question.ts'

/** What somebody answers to a question. */
export interface Answer {
  id: string
  questionId: string
  organisation: OrganisationRef
  /** Who was asked; null where a member answered unasked. */
  askedId: string | null
  /** Account; null for those without one. */
  saidBy: string | null
  words: LocalizedText
  signed: string
  via: 'page' | 'mail' | 'program'
  mailId: string | null
  /** Something of that mail was cut, and can be put back. */
  isCut: boolean
  /** It came by mail, and its author has not said yet that it is theirs. */
  isHeld: boolean
  /** It came after its question was hidden. */
  cameHidden: boolean
  givenAt: Date
  /** From then on others read it. */
  leavesAt: Date
  toldAt: Date | null
  back: LocalizedText
  backSaid: LocalizedText
  acceptedAt: Date | null
  thankedAt: Date | null
  /** Whether its author was asked whether it may be published; what they say. */
  isPublishAsked: boolean
  mayPublish: boolean | null
  /** What came with it by mail. */
  files: { id: string; name: string }[]
}

/**
 * The answers to a question that others may read, those accepted first, then in the order in which they came; outside the group, of a
 * question that is public, those alone whose authors agreed to that.
 */
export function listAnswers(
  context: Context,
  { id, networkId }: Pick<Question, 'id' | 'networkId'>,
): Promise<Answer[]> {
  const now = context.clock.now().toString()
  const mayRead = mayReadAnswers(context.actor, networkId) ? sql`true` : sql`a.may_publish`
  return select(
    context,
    sql`a.question_id = ${id} and a.held_at is null and a.leaves_at <= ${now} and ${mayRead}`,
  )
}

/** All that one person who was asked has answered, held ones too; or an authority, where its members answer on the page. */
export function listOwnAnswers(
  context: Context,
  questionId: string,
  { askedId, organisationIds = [] }: { askedId?: string; organisationIds?: readonly string[] },
): Promise<Answer[]> {
  const own = askedId === undefined ? sql`false` : sql`a.asked_id = ${askedId}`
  const theirs = sql`(a.asked_id is null and a.organisation_id = any(${[...organisationIds]}::uuid[]))`
  return select(context, sql`a.question_id = ${questionId} and (${own} or ${theirs})`)
}

/** All answers to a question, held ones too. */
export function listAllAnswers(context: Context, questionId: string): Promise<Answer[]> {
  return select(context, sql`a.question_id = ${questionId}`)
}

/** Answers that nobody was told of, and that others may read now; of a hidden question once it is shown again. */
export function listUntold(context: Context): Promise<Answer[]> {
  const now = context.clock.now().toString()
  const isShown = sql`exists (select from questions_question q where q.question_id = a.question_id and q.hidden_at is null)`
  return select(
    context,
    sql`a.told_at is null and a.held_at is null and a.leaves_at <= ${now} and ${isShown}`,
  )
}

/** Whether the asker accepted an answer. */
export async function hasAccepted({ database }: Context, questionId: string): Promise<boolean> {
  const found = database
    .selectFrom('questions_answer')
    .select('answer_id')
    .where('question_id', '=', questionId)
  return (await found.where('accepted_at', 'is not', null).executeTakeFirst()) !== undefined
}

async function select({ database }: Context, condition: RawBuilder<unknown>): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select a.answer_id as id, a.question_id as "questionId", ${selectReference('o')} as organisation, a.asked_id as "askedId", a.said_by as "saidBy", a.words, a.signed, a.via, a.mail_id as "mailId",
      exists (select from platform_inbound_mail m where m.inbound_id = a.mail_id and m.cut is not null) as "isCut", a.held_at is not null as "isHeld",
      exists (select from questions_question q where q.question_id = a.question_id and q.hidden_at <= a.given_at) as "cameHidden",
      a.given_at as "givenAt", a.leaves_at as "leavesAt", a.told_at as "toldAt", a.back, a.back_said as "backSaid",
      a.accepted_at as "acceptedAt", a.thanked_at as "thankedAt", a.publish_asked_at is not null as "isPublishAsked", a.may_publish as "mayPublish",
      (select coalesce(json_agg(json_build_object('id', f.file_id, 'name', f.name) order by f.file_id), '[]')
        from questions_answer_file af join platform_file f on f.file_id = af.file_id where af.answer_id = a.answer_id) as files
    from questions_answer a join directory_organisation o on o.organisation_id = a.organisation_id
    where ${condition}
    order by a.accepted_at is null, a.given_at, a.answer_id
  `.execute(database)
  return rows
}
