import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import type { Network } from '../../networks/index.ts'
import type { Question } from '../questions/question.ts'
import { examine } from './order.ts'
import { routedQuestion } from './routed-question.ts'
import {
  type After,
  afterCommonDays,
  escalationDay,
  lastDay,
  nextWaveAfter,
  type PlannedMail,
  planWave,
  type Wave,
  waitedFor,
} from './waves.ts'
import { type AskedPeer, findWorld, listAsked, type World } from './world.queries.ts'

/** Waits for its turn among those who ask somebody of a network: a quota admits as many as it says. */
export function takeRoutingTurn(context: Context, networkId: string): Promise<void> {
  return takeTurn(context, `questions routing ${networkId}`)
}

/**
 * Plans the first wave of a question in the caller’s transaction; the coordinator is told at once where nobody can be asked. Returns how
 * many will be asked.
 */
export async function startWaves(context: Context, network: Network, question: Question): Promise<number> {
  await takeRoutingTurn(context, network.id)
  const world = await findWorld(context, network)
  const wave = planWave(routedQuestion(world, question), world.peers, world.around, context.clock.now())
  await writeWave(context, world, question, wave, 1)
  return wave.mails.length
}

/** Writes who is asked in a wave, and why others are not. */
async function writeWave(
  context: Context,
  world: World,
  question: Question,
  wave: Wave,
  number: number,
): Promise<void> {
  for (const mail of wave.mails) {
    const { posts = [] } = world.contacts.get(mail.peer.id) ?? {}
    const postId = posts.find(({ trade }) => trade === mail.standing.trade)?.id ?? null
    if (await insertAsked(context, question, mail, { wave: number, postId }))
      world.noteAsked(mail.peer.id, mail.day)
  }
  await context.database
    .updateTable('questions_question')
    .set({ not_asked: JSON.stringify(wave.notAsked) })
    .where('question_id', '=', question.id)
    .execute()
}

/**
 * Writes that somebody is asked, once for a question, and under their quota even where another process asked them meanwhile; whether they
 * are.
 */
export async function insertAsked(
  { database }: Context,
  { id, networkId }: Pick<Question, 'id' | 'networkId'>,
  {
    peer,
    standing,
    leavesAt,
    day,
  }: Omit<PlannedMail, 'standing'> & { standing: PlannedMail['standing'] | null },
  { wave, postId = null }: { wave: number; postId?: string | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into questions_asked (asked_id, question_id, network_id, contact_id, post_id, organisation_id, wave, ground, leaves_at, leaves_on)
    select ${newId()}::uuid, ${id}::uuid, ${networkId}::uuid, ${peer.id}::uuid, ${postId}::uuid, ${peer.organisation.id}::uuid,
      ${wave}::int, ${standing?.ground ?? 'passed'}, ${leavesAt.toString()}::timestamptz, ${day}::date
    where (select count(*) from questions_asked p where p.contact_id = ${peer.id}::uuid
      and p.leaves_on >= ${day}::date - 30 and p.leaves_on <= ${day}::date) < ${peer.quota}::int
    on conflict (question_id, contact_id) do nothing
  `.execute(database)
  return numAffectedRows === 1n
}

/** What a question waits for now. */
export type Step =
  | { is: 'waiting' }
  /** Its mails that are due, those who may not be asked any more left out. */
  | { is: 'due'; asked: AskedPeer[] }
  | { is: 'escalates' }
  | { is: 'remind' }
  | { is: 'closes' }

const [remindAfter, closeAfter] = [10, 20]

/**
 * Takes a question that is open one step on, in a transaction with the turn of its network: plans the next wave, drops whoever may not be
 * asked any more, and says what is to be told to whom. `answeredOn`: the day of its first answer, `reminded`: that its asker was.
 */
export async function takeStep(
  context: Context,
  world: World,
  question: Question,
  { answeredOn, isReminded }: { answeredOn: string | null; isReminded: boolean },
): Promise<Step> {
  const now = context.clock.now()
  const asked = await listAsked(context, question.id)
  const routed = routedQuestion(world, question)
  const waves = groupWaves(asked)
  const own = now.toZonedDateTimeISO(zoneOf(question.asker.country)).toPlainDate().toString()
  const around = { sides: world.around.sides }
  if (answeredOn !== null) {
    // After an answer nobody else is asked.
    await dropUnsent(context, question.id)
    const { sides } = waitedFor(routed, waves, around)
    if (own > afterCommonDays(sides, answeredOn, closeAfter)) return { is: 'closes' }
    return own > afterCommonDays(sides, answeredOn, remindAfter) && !isReminded
      ? { is: 'remind' }
      : { is: 'waiting' }
  }
  if (question.escalatedAt !== null && !asked.some(({ wave, mailedAt }) => wave === 0 && mailedAt === null))
    return { is: 'waiting' }
  const unsent = asked.filter(({ mailedAt }) => mailedAt === null)
  if (unsent.length > 0) {
    const due = await dropUnable(context, world, question, unsent)
    if (due.left > 0) return due.asked.length > 0 ? { is: 'due', asked: due.asked } : { is: 'waiting' }
    // All of a wave fell ill since it was planned: the next one takes its place at once.
    return plan(context, world, question, waves.slice(0, -1), now)
  }
  if (waves.length === 0) return { is: 'escalates' }
  const waited = waitedFor(routed, waves, around)
  const [after, last] = [nextWaveAfter(waited), lastDay(waited)]
  if (own >= last) return { is: 'escalates' }
  const isMorning = [...around.sides.keys()].some(
    (country) => now.toZonedDateTimeISO(zoneOf(country)).toPlainDate().toString() > after,
  )
  const next: Step = isMorning
    ? await plan(context, world, question, waves, { afterDay: after, now }, last)
    : { is: 'waiting' }
  return next.is === 'escalates' && own < escalationDay(waited) ? { is: 'waiting' } : next
}

/** Plans a wave after those that left; where nobody is left to ask, it goes to the coordinator. */
async function plan(
  context: Context,
  world: World,
  question: Question,
  waves: readonly (readonly { peer: { id: string } }[])[],
  from: After,
  last = '9999-12-31',
): Promise<Step> {
  const before = new Set(waves.flat().map(({ peer }) => peer.id))
  const wave = planWave(routedQuestion(world, question), world.peers, world.around, from, before)
  const mails = wave.mails.filter(({ day }) => day < last)
  if (mails.length > 0) await writeWave(context, world, question, { ...wave, mails }, waves.length + 1)
  return { is: mails.length === 0 ? 'escalates' : 'waiting' }
}

function groupWaves(asked: readonly AskedPeer[]) {
  // A wave of which everybody fell away left no trace.
  return [...Map.groupBy(asked, ({ wave }) => wave)]
    .filter(([wave]) => wave > 0)
    .toSorted(([one], [other]) => one - other)
    .map(([, mails]) =>
      mails.map(({ day, contactId, organisation }) => ({ day, peer: { id: contactId, organisation } })),
    )
}

async function dropUnsent({ database }: Context, questionId: string): Promise<void> {
  await database
    .deleteFrom('questions_asked')
    .where('question_id', '=', questionId)
    .where('mailed_at', 'is', null)
    .where('wave', '>', 0)
    .execute()
}

/** Looks at those whose mail has not left anew: whoever may not be asked any more goes. Returns those that are due, and how many are left. */
async function dropUnable(
  context: Context,
  world: World,
  question: Question,
  unsent: readonly AskedPeer[],
): Promise<{ asked: AskedPeer[]; left: number }> {
  const now = context.clock.now()
  const routed = routedQuestion(world, question)
  const asked: AskedPeer[] = []
  let left = 0
  for (const each of unsent) {
    const peer = world.peers.find(({ id }) => id === each.contactId)
    const others = peer && { ...peer, askedOn: without(peer.askedOn, each.day) }
    const found =
      others && examine(routed, others, { day: each.day, lately: [], areTied: world.around.areTied })
    // One to whom a colleague passed it is not looked for by trade.
    const may =
      found !== undefined &&
      (typeof found !== 'string' || (each.wave === 0 && ['trade', 'competence'].includes(found)))
    if (!may) await context.database.deleteFrom('questions_asked').where('asked_id', '=', each.id).execute()
    else {
      left++
      if (each.leavesAt.getTime() <= now.epochMilliseconds) asked.push(each)
    }
  }
  return { asked, left }
}

function without(days: readonly string[], day: string): string[] {
  const at = days.indexOf(day)
  return days.filter((_, index) => index !== at)
}

/** Notes that a question went to the coordinator; whether it had not yet. */
export async function noteEscalated({ database, clock }: Context, questionId: string): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('questions_question')
    .set({ escalated_at: clock.now().toString() })
    .where('question_id', '=', questionId)
    .where('escalated_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
