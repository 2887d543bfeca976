import { sql } from 'kysely'
import { anonymous } from '../../../platform/context/actor.ts'
import { ownDay, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { NotificationContext } from '../../../platform/mail/notify.ts'
import { listNetworks, type Network } from '../../networks/index.ts'
import { listUntold } from '../answering/answers.queries.ts'
import { closeQuestion } from '../answering/coordinator.commands.ts'
import { mailQuestion } from '../mails.ts'
import { lookUpQuestion } from '../questions/queries.ts'
import { isOpen, type Question } from '../questions/question.ts'
import { follow, writeAnswer, writeQuestion } from '../writing.commands.ts'
import { dropUnable, planNextWave, takeRoutingTurn } from './waves.commands.ts'
import { afterCommonDays, groupWaves, sidesOf, waitingDays } from './waves.ts'
import { type AskedPeer, findWorld, listAsked, listOpenIds, type World } from './world.queries.ts'

/** Common working days after an answer until its asker is reminded to accept one, and until the question is closed. */
const [remindAfter, closeAfter] = [10, 20]

/**
 * Takes all open questions on: mails that are due leave, waves follow, what nobody answered goes to the coordinator, answers that can no
 * longer be taken back reach the asker. What fails for one does not hold up the others; what is done is done once, whoever else does it.
 */
export async function followQuestions(application: Application): Promise<void> {
  const { settings, clock, database, log } = application
  const day = readOnce(clock)
  const context: Context = { actor: anonymous, clock, database, today: day.now().toString().slice(0, 10) }
  const networks = await listNetworks(context)
  const each = (id: string, work: (inside: Context) => Promise<void>, within = context) =>
    inTransaction(within, work).catch((error: unknown) => log.error({ err: error, id }, 'questions'))
  for (const network of networks) {
    const writing = { ...context, today: ownDay({ settings, clock: day }, network.opensOn) }
    const ids = await listOpenIds(writing, network.id)
    if (ids.length === 0) continue
    const world = await findWorld(writing, network)
    for (const id of ids)
      await each(
        id,
        (inside) => followQuestion({ application, writing: inside, network }, world, id),
        writing,
      )
  }
  for (const answer of await listUntold(context))
    await each(answer.id, async (inside) => {
      const question = await lookUpQuestion(inside, answer.questionId)
      const network = networks.find(({ id }) => id === question?.networkId)
      if (question === null || !network) return
      const isFirst = { still: sql<boolean>`told_at is null` }
      const told_at = inside.clock.now().toString()
      if (await writeAnswer(inside, question, answer.id, 'told', { told_at }, isFirst))
        await mailQuestion({ application, writing: inside, network }, 'answered', question, { answer })
    })
}

type Following = NotificationContext & { network: Network }

/** Takes one question on, in a transaction with the turn of its network. */
async function followQuestion(following: Following, world: World, questionId: string): Promise<void> {
  const { writing, network } = following
  await takeRoutingTurn(writing, network.id)
  const question = await lookUpQuestion(writing, questionId)
  // Closed or hidden since the list was read.
  if (question === null || !isOpen(question) || question.hiddenReason !== '') return
  const asked = await listAsked(writing, questionId)
  if (question.answeredOn !== null) await followAnswered(following, world, question, asked)
  else if (await isUnanswered(following, world, question, asked)) {
    const now = writing.clock.now().toString()
    const isFirst = { still: sql<boolean>`escalated_at is null` }
    if (!(await writeQuestion(writing, question, 'escalated', { escalated_at: now }, isFirst))) return
    await mailQuestion(following, 'escalated', question)
    await mailQuestion(following, 'unanswered', question)
  }
}

const dayAt = ({ clock }: Context, country: string) =>
  clock.now().toZonedDateTimeISO(zoneOf(country)).toPlainDate().toString()

/** After an answer nobody else is asked; its asker is reminded to accept it, then the question is closed. */
async function followAnswered(
  following: Following,
  world: World,
  question: Question,
  asked: readonly AskedPeer[],
): Promise<void> {
  const { writing } = following
  await writing.database
    .deleteFrom('questions_asked')
    .where('question_id', '=', question.id)
    .where(sql<boolean>`mailed_at is null and wave > 0`)
    .execute()
  const sides = sidesOf(world.routed(question), groupWaves(asked), world.around)
  const isOver = (days: number) =>
    dayAt(writing, question.asker.country) > afterCommonDays(sides, question.answeredOn ?? '', days)
  if (isOver(closeAfter)) {
    if (await closeQuestion(writing, question, 'not_accepted'))
      await mailQuestion(following, 'closed', question)
  } else if (isOver(remindAfter) && question.remindedAt === null) {
    await writeQuestion(writing, question, null, { reminded_at: writing.clock.now().toString() })
    await mailQuestion(following, 'remind', question)
  }
}

/** Sends the mails that are due and plans the next wave; whether there is nobody left to ask, so that the coordinator is told. */
async function isUnanswered(
  following: Following,
  world: World,
  question: Question,
  asked: readonly AskedPeer[],
): Promise<boolean> {
  const { writing } = following
  const unsent = asked.filter(({ mailedAt }) => mailedAt === null)
  // After the coordinator was told, nobody is asked but by hand.
  if (question.escalatedAt !== null && !unsent.some(({ wave }) => wave === 0)) return false
  const waves = groupWaves(asked)
  if (unsent.length > 0) {
    const left = await dropUnable(writing, world, question, unsent)
    const now = writing.clock.now().epochMilliseconds
    await sendDue(
      following,
      world,
      question,
      left.filter(({ leavesAt }) => leavesAt.getTime() <= now),
    )
    // All of a wave fell ill since it was planned: the next one takes its place at once.
    return (
      left.length === 0 &&
      !(await planNextWave(writing, world, question, waves.slice(0, -1), writing.clock.now()))
    )
  }
  if (waves.length === 0) return true
  const { nextAfter, last, escalatesOn } = waitingDays(
    sidesOf(world.routed(question), waves, world.around),
    waves,
  )
  const own = dayAt(writing, question.asker.country)
  if (own >= last) return true
  if (![...world.around.sides.keys()].some((country) => dayAt(writing, country) > nextAfter)) return false
  const from = { afterDay: nextAfter, now: writing.clock.now() }
  return !(await planNextWave(writing, world, question, waves, from, last)) && own >= escalatesOn
}

async function sendDue(
  following: Following,
  world: World,
  question: Question,
  due: readonly AskedPeer[],
): Promise<void> {
  const { writing } = following
  if (due.length === 0) return
  await writing.database
    .updateTable('questions_asked')
    .set({ mailed_at: writing.clock.now().toString() })
    .where(
      'asked_id',
      'in',
      due.map(({ id }) => id),
    )
    .execute()
  for (const asked of due) {
    // Whoever has an account may prefer the line on their page.
    const peer = world.contacts.get(asked.contactId)
    if (peer?.by !== 'page' || peer.accountId === null)
      await mailQuestion(following, 'asked', question, { asked })
  }
  await follow(writing, question, 'mailed')
}
