import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { isAsker } from '../involvement.ts'
import { mayCoordinate } from '../policy.ts'
import type { Question } from '../questions/question.ts'
import { routedQuestion } from '../routing/routed-question.ts'
import { insertAsked, takeRoutingTurn } from '../routing/waves.commands.ts'
import { planWave } from '../routing/waves.ts'
import { findWorld } from '../routing/world.queries.ts'
import { closeQuestion, follow } from './commands.ts'

/** Hides a question with a reason that its asker reads; nobody else sees it, and no mail of it leaves. */
export async function hideQuestion(context: Context, question: Question, reason: string): Promise<void> {
  await set(context, question, 'hid', { hidden_at: context.clock.now().toString(), hidden_reason: reason })
}

export async function showAgain(context: Context, question: Question): Promise<void> {
  await set(context, question, 'showed', { hidden_at: null, hidden_reason: '' })
}

async function set(
  context: Context,
  question: Question,
  verb: string,
  columns: { hidden_at: string | null; hidden_reason: string },
): Promise<void> {
  authorize(mayCoordinate(context.actor, question.networkId))
  await inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('questions_question')
      .set(columns)
      .where('question_id', '=', question.id)
      .execute()
    await follow(inside, question, verb)
  })
}

/** Merges a question into another: its answers go there, and it is closed. */
export async function mergeQuestion(context: Context, question: Question, into: Question): Promise<void> {
  authorize(mayCoordinate(context.actor, question.networkId) && into.visibility === question.visibility)
  await inTransaction(context, async (inside) => {
    if (!(await closeQuestion(inside, question, 'merged'))) return
    await inside.database
      .updateTable('questions_question')
      .set({ merged_into: into.id })
      .where('question_id', '=', question.id)
      .execute()
    await inside.database
      .updateTable('questions_answer')
      .set({ question_id: into.id })
      .where('question_id', '=', question.id)
      .execute()
    await follow(inside, into, 'mergedFrom', { question: question.id })
  })
}

/**
 * The coordinator puts a question to an authority by hand: to whoever of it may be asked, trade and competence aside. Whether there is
 * somebody who was not asked yet.
 */
export async function passTo(
  context: Context,
  network: Network,
  question: Question,
  organisationId: string,
): Promise<boolean> {
  authorize(mayCoordinate(context.actor, network.id))
  return inTransaction(context, async (inside) => {
    await takeRoutingTurn(inside, network.id)
    const world = await findWorld(inside, network)
    const theirs = world.peers
      .filter(({ organisation }) => organisation.id === organisationId)
      // It is their coordinator who knows why: what they work on is not asked for.
      .map((peer) => ({
        ...peer,
        sheets: question.themes,
        organisation: { ...peer.organisation, tiers: [] },
      }))
    const routed = routedQuestion(world, question)
    const { mails } = planWave(routed, theirs, world.around, inside.clock.now())
    for (const mail of mails) {
      if (!(await insertAsked(inside, question, { ...mail, standing: null }, { wave: 0 }))) continue
      await follow(inside, question, 'passed', { organisation: organisationId })
      return true
    }
    return false
  })
}

/** Its asker lets everybody read a question of the group, or no longer. */
export async function makePublic(context: Context, question: Question, isPublic: boolean): Promise<void> {
  authorize(isAsker(context.actor, question) && question.visibility === 'group')
  await inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('questions_question')
      .set({ is_public: isPublic, updated_at: inside.clock.now().toString() })
      .where('question_id', '=', question.id)
      .execute()
    await follow(inside, question, isPublic ? 'published' : 'withdrew')
  })
}
