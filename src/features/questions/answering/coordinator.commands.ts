import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { isAsker } from '../involvement.ts'
import { mayCoordinate } from '../policy.ts'
import { lookUpQuestion } from '../questions/queries.ts'
import type { Outcome, Question } from '../questions/question.ts'
import { insertAsked, takeRoutingTurn } from '../routing/waves.commands.ts'
import { planWave } from '../routing/waves.ts'
import { type AskedPeer, findWorld } from '../routing/world.queries.ts'
import { follow, writeQuestion } from '../writing.commands.ts'
import { noteSaid, releaseAnswers } from './commands.ts'

/** Closes a question; whether it was open. Whoever was still to be asked is not. */
export function closeQuestion(
  context: Context,
  question: Question,
  outcome: Outcome,
  merged_into: string | null = null,
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    await inside.database
      .deleteFrom('questions_asked')
      .where('question_id', '=', question.id)
      .where('mailed_at', 'is', null)
      .execute()
    const closed_at = inside.clock.now().toString()
    const change = { still: sql<boolean>`closed_at is null`, detail: { outcome } }
    return writeQuestion(inside, question, 'closed', { closed_at, outcome, merged_into }, change)
  })
}

/** Hides a question with a reason that its asker reads: nobody else sees it, and no mail of it leaves. With null it is shown again. */
export async function hideQuestion(
  context: Context,
  question: Question,
  reason: string | null,
): Promise<void> {
  authorize(mayCoordinate(context.actor, question.networkId))
  const hidden_at = reason === null ? null : context.clock.now().toString()
  const verb = reason === null ? 'showed' : 'hid'
  const still = reason === null ? sql<boolean>`hidden_at is not null` : sql<boolean>`hidden_at is null`
  await inTransaction(context, async (inside) => {
    if (reason === null) await releaseAnswers(inside, question.id)
    if (!(await writeQuestion(inside, question, verb, { hidden_at, hidden_reason: reason ?? '' }, { still })))
      throw new Refusal('changedMeanwhile', 'Another coordinator did it')
  })
}

/**
 * Merges a question into another: its answers go there, and it is closed, with all that were merged into it before. Refuses one that others
 * read, one that was merged itself, and one that is hidden: nobody would read the answers there.
 */
export async function mergeQuestion(context: Context, question: Question, other: Question): Promise<void> {
  authorize(mayCoordinate(context.actor, question.networkId))
  await inTransaction(context, async (inside) => {
    // Two that are merged into each other at once would both be closed.
    await takeRoutingTurn(inside, question.networkId)
    const into = await lookUpQuestion(inside, other.id)
    if (into === null || !isOpenToMerging(into)) throw new Refusal('changedMeanwhile', 'It was merged itself')
    authorize(isReadAlike(question, into), 'Others would read the answers')
    if (!(await closeQuestion(inside, question, 'merged', into.id))) return
    await inside.database
      .updateTable('questions_answer')
      .set({ question_id: into.id })
      .where('question_id', '=', question.id)
      .execute()
    await inside.database
      .updateTable('questions_question')
      .set({ merged_into: into.id })
      .where('merged_into', '=', question.id)
      .execute()
    await follow(inside, into, 'mergedFrom', { question: question.id })
  })
}

export const isOpenToMerging = ({ askedAt, outcome, hiddenReason }: Question): boolean =>
  askedAt !== null && outcome !== 'merged' && hiddenReason === ''

/** Whether the same authorities read two questions, and a machine may translate the one into which the other goes only where it may that one. */
export function isReadAlike(question: Question, into: Question): boolean {
  if (into.visibility !== question.visibility) return false
  if (question.visibility === 'group') return true
  const [own, theirs] = [question, into].map(
    ({ asker, named }) => new Set([asker, ...named].map((organisation) => organisation.id)),
  )
  return (
    own?.symmetricDifference(theirs ?? new Set()).size === 0 && (question.mayTranslate || !into.mayTranslate)
  )
}

/** Its asker lets everybody read a question of the group, or no longer. */
export async function makePublic(context: Context, question: Question, is_public: boolean): Promise<void> {
  authorize(isAsker(context.actor, question) && question.visibility === 'group')
  await writeQuestion(context, question, is_public ? 'published' : 'withdrew', { is_public })
}

/**
 * Puts a question to an authority, or to one colleague there, by the hand of the coordinator or of somebody who was asked: to whoever agreed to
 * be asked and has not too much already. Whether there is somebody who was not asked yet.
 */
export async function passTo(
  context: Context,
  network: Network,
  question: Question,
  { organisationId, colleagueId }: { organisationId: string; colleagueId?: string },
  by: Pick<AskedPeer, 'id'> | null = null,
): Promise<boolean> {
  authorize(by !== null || mayCoordinate(context.actor, network.id))
  return inTransaction(context, async (inside) => {
    await takeRoutingTurn(inside, network.id)
    const world = await findWorld(inside, network)
    const able = world.peers
      .filter(({ organisation }) => organisation.id === organisationId)
      .filter(({ id }) => colleagueId === undefined || id === colleagueId)
      // Whoever passes it on knows why: what they work on is not asked for.
      .map((peer) => ({
        ...peer,
        ...{ sheets: question.themes, organisation: { ...peer.organisation, tiers: [] } },
      }))
    const { mails } = planWave(world.routed(question), able, world.around, inside.clock.now())
    for (const mail of mails) {
      if (!(await insertAsked(inside, question, mail, { wave: 0 }))) continue
      if (by !== null) await noteSaid(inside, by.id, 'passed')
      await follow(inside, question, 'passed', { organisation: organisationId })
      return true
    }
    return false
  })
}
