import { anonymous } from '../../../platform/context/actor.ts'
import { ownDay, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { NotificationContext } from '../../../platform/mail/notify.ts'
import { listNetworks, type Network } from '../../networks/index.ts'
import { listUntold, lookUpAnsweredOn } from '../answering/answers.queries.ts'
import { closeQuestion, follow } from '../answering/commands.ts'
import { mailAnswer, mailAsked, mailAsker, mailEscalated } from '../mails.ts'
import { lookUpQuestion } from '../questions/queries.ts'
import { noteEscalated, takeRoutingTurn, takeStep } from './waves.commands.ts'
import { findWorld, listOpenIds, type World } from './world.queries.ts'

/**
 * Takes all open questions on: mails that are due leave, waves follow, what nobody answered goes to the coordinator, answers that can no
 * longer be taken back reach the asker. What fails for one does not hold up the others; what is done is done once, whoever else does it.
 */
export async function followQuestions(application: Application): Promise<void> {
  const { settings, clock, database, log } = application
  const day = readOnce(clock)
  const actor = { actor: anonymous, clock, database }
  for (const network of await listNetworks(actor)) {
    const writing: Context = { ...actor, today: ownDay({ settings, clock: day }, network.opensOn) }
    const ids = await listOpenIds(writing, network.id)
    if (ids.length === 0) continue
    const world = await findWorld(writing, network)
    for (const id of ids)
      await inTransaction(writing, (inside) =>
        step({ application, writing: inside, network }, world, id),
      ).catch((error: unknown) => log.error({ err: error, question: id }, 'questions'))
  }
  await tellAnswers(application)
}

async function step(
  notifying: NotificationContext & { network: Network },
  world: World,
  questionId: string,
): Promise<void> {
  const { writing, network } = notifying
  await takeRoutingTurn(writing, network.id)
  const question = await lookUpQuestion(writing, questionId)
  // Closed or hidden since the list was read.
  if (question === null || question.closedAt !== null || question.hiddenReason !== '') return
  const answeredOn = await lookUpAnsweredOn(writing, questionId)
  const next = await takeStep(writing, world, question, {
    answeredOn,
    isReminded: await isReminded(writing, questionId),
  })
  if (next.is === 'due') {
    for (const asked of next.asked) {
      await noteMailed(writing, asked.id)
      // Whoever has an account may prefer the line on their page.
      const peer = world.contacts.get(asked.contactId)
      if (peer?.by !== 'page' || peer.accountId === null) await mailAsked(notifying, question, asked)
    }
    await follow(writing, question, 'mailed')
  }
  if (next.is === 'escalates' && (await noteEscalated(writing, questionId))) {
    await follow(writing, question, 'escalated')
    await mailEscalated(notifying, question)
  }
  if (next.is === 'remind') {
    await noteReminded(writing, questionId)
    await mailAsker(notifying, question, 'remind')
  }
  if (next.is === 'closes' && (await closeQuestion(writing, question, 'not_accepted')))
    await mailAsker(notifying, question, 'closed')
}

async function isReminded({ database }: Context, questionId: string): Promise<boolean> {
  const row = await database
    .selectFrom('questions_question')
    .select('reminded_at')
    .where('question_id', '=', questionId)
    .executeTakeFirst()
  return row?.reminded_at != null
}

async function noteReminded({ database, clock }: Context, questionId: string): Promise<void> {
  await database
    .updateTable('questions_question')
    .set({ reminded_at: clock.now().toString() })
    .where('question_id', '=', questionId)
    .execute()
}

async function noteMailed({ database, clock }: Context, askedId: string): Promise<void> {
  await database
    .updateTable('questions_asked')
    .set({ mailed_at: clock.now().toString() })
    .where('asked_id', '=', askedId)
    .where('mailed_at', 'is', null)
    .execute()
}

/** Tells askers of the answers that others may read now, each once. */
async function tellAnswers({ clock, database, log, ...application }: Application): Promise<void> {
  const now = clock.now()
  const context: Context = { actor: anonymous, clock, database, today: now.toString().slice(0, 10) }
  const networks = new Map((await listNetworks(context)).map((network) => [network.id, network]))
  for (const answer of await listUntold(context))
    await inTransaction(context, async (inside) => {
      const { numUpdatedRows } = await inside.database
        .updateTable('questions_answer')
        .set({ told_at: now.toString() })
        .where('answer_id', '=', answer.id)
        .where('told_at', 'is', null)
        .executeTakeFirst()
      const question = await lookUpQuestion(inside, answer.questionId)
      const network = networks.get(question?.networkId ?? '')
      if (numUpdatedRows !== 1n || question === null || !network) return
      await follow(inside, question, 'told', { answer: answer.id })
      await mailAnswer({ application, writing: inside, network }, question, answer)
    }).catch((error: unknown) => log.error({ err: error, answer: answer.id }, 'questions'))
}
