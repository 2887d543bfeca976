import { sql } from 'kysely'
import { anonymous } from '../../../platform/context/actor.ts'
import { ownDay, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { NotificationContext } from '../../../platform/mail/notify.ts'
import { listNetworks, type Network } from '../../networks/index.ts'
import { hasAccepted, listUntold } from '../answering/answers.queries.ts'
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
 * `only` is the slug of the one network whose questions are meant.
 */
export async function followQuestions(application: Application, only?: string): Promise<void> {
  const { settings, clock, database, log } = application
  const day = readOnce(clock)
  const context: Context = { actor: anonymous, clock, database, today: day.now().toString().slice(0, 10) }
  const networks = (await listNetworks(context)).filter(({ slug }) => only === undefined || slug === only)
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
        (inside) => followQuestion({ application, network, world, writing: inside }, id),
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

interface Following extends NotificationContext {
  network: Network
  world: World
}

/** Takes one question on, in a transaction with the turn of its network. */
async function followQuestion(following: Following, questionId: string): Promise<void> {
  const { writing, network } = following
  await takeRoutingTurn(writing, network.id)
  const question = await lookUpQuestion(writing, questionId)
  // Closed or hidden since the list was read.
  if (question === null || !isOpen(question) || question.hiddenReason !== '') return
  const step = {
    ...following,
    question,
    asked: await listAsked(writing, questionId),
    now: writing.clock.now(),
  }
  if (question.answeredOn !== null) await followAnswered(step, question.answeredOn)
  else if (await isUnanswered(step)) {
    const isFirst = { still: sql<boolean>`escalated_at is null` }
    const columns = { escalated_at: step.now.toString() }
    if (!(await writeQuestion(writing, question, 'escalated', columns, isFirst))) return
    await mailQuestion(step, 'escalated', question)
    await mailQuestion(step, 'unanswered', question)
  }
}

interface Step extends Following {
  question: Question
  asked: readonly AskedPeer[]
  now: Temporal.Instant
}

const dayIn = ({ now }: Step, country: string) =>
  now.toZonedDateTimeISO(zoneOf(country)).toPlainDate().toString()

/** After an answer nobody else is asked; its asker is reminded to accept one, unless they did, then the question is closed. */
async function followAnswered(step: Step, answeredOn: string): Promise<void> {
  const { writing, world, question, asked, now } = step
  await writing.database
    .deleteFrom('questions_asked')
    .where('question_id', '=', question.id)
    .where(sql<boolean>`mailed_at is null and wave > 0`)
    .execute()
  const sides = sidesOf(world.routed(question), groupWaves(asked), world.around)
  const isOver = (days: number) =>
    dayIn(step, question.asker.country) > afterCommonDays(sides, answeredOn, days)
  const isAccepted = await hasAccepted(writing, question.id)
  if (isOver(closeAfter)) {
    const isClosed = await closeQuestion(writing, question, isAccepted ? 'accepted' : 'not_accepted')
    if (isClosed && !isAccepted) await mailQuestion(step, 'closed', question)
  } else if (isOver(remindAfter) && question.remindedAt === null && !isAccepted) {
    await writeQuestion(writing, question, null, { reminded_at: now.toString() })
    await mailQuestion(step, 'remind', question)
  }
}

/** Sends the mails that are due and plans the next wave; whether there is nobody left to ask, so that the coordinator is told. */
async function isUnanswered(step: Step): Promise<boolean> {
  const { writing, world, question, asked, now } = step
  const unsent = asked.filter(({ mailedAt }) => mailedAt === null)
  // After the coordinator was told, nobody is asked but by hand.
  if (question.escalatedAt !== null && !unsent.some(({ wave }) => wave === 0)) return false
  const waves = groupWaves(asked)
  if (unsent.length > 0) {
    const left = await dropUnable(writing, world, question, unsent)
    const due = left.filter(({ leavesAt }) => leavesAt.getTime() <= now.epochMilliseconds)
    for (const each of due) await sendMail(step, each)
    if (due.length > 0) await follow(writing, question, 'mailed')
    // All of a wave fell ill since it was planned: the next one takes its place at once.
    return left.length === 0 && !(await planNextWave(writing, world, question, waves.slice(0, -1), now))
  }
  if (waves.length === 0) return true
  const sides = sidesOf(world.routed(question), waves, world.around)
  const { nextAfter, last, escalatesOn } = waitingDays(sides, waves)
  const own = dayIn(step, question.asker.country)
  if (own >= last) return true
  if (![...world.around.sides.keys()].some((country) => dayIn(step, country) > nextAfter)) return false
  const isPlanned = await planNextWave(writing, world, question, waves, { afterDay: nextAfter, now }, last)
  return !isPlanned && own >= escalatesOn
}

async function sendMail(step: Step, asked: AskedPeer): Promise<void> {
  const { writing, world, question, now } = step
  await writing.database
    .updateTable('questions_asked')
    .set({ mailed_at: now.toString() })
    .where('asked_id', '=', asked.id)
    .execute()
  // Whoever has an account may prefer the line on their page.
  const peer = world.contacts.get(asked.contactId)
  if (peer?.by !== 'page' || peer.accountId === null) await mailQuestion(step, 'asked', question, { asked })
}
