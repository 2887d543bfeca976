import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import type { Network } from '../../networks/index.ts'
import type { Question } from '../questions/question.ts'
import { examine } from './order.ts'
import { type After, type PlannedMail, planWave, type Wave } from './waves.ts'
import { type AskedPeer, findWorld, type World } from './world.queries.ts'

/** Waits for its turn among those who ask somebody of a network: a quota admits as many as it says. */
export function takeRoutingTurn(context: Context, networkId: string): Promise<void> {
  return takeTurn(context, `questions routing ${networkId}`)
}

/**
 * Plans the first wave of a question in the caller’s transaction, which has its turn; the coordinator is told at once where nobody can be
 * asked. Returns how many will be asked.
 */
export async function startWaves(context: Context, network: Network, question: Question): Promise<number> {
  const world = await findWorld(context, network)
  const wave = planWave(world.routed(question), world.peers, world.around, context.clock.now())
  await writeWave(context, world, question, wave, 1)
  return wave.mails.length
}

/** Plans a wave after those that left, to leave before an ISO day; whether there is anybody left to ask. */
export async function planNextWave(
  context: Context,
  world: World,
  question: Question,
  waves: readonly (readonly { peer: { id: string } }[])[],
  from: After,
  last = '9999-12-31',
): Promise<boolean> {
  const before = new Set(waves.flat().map(({ peer }) => peer.id))
  const wave = planWave(world.routed(question), world.peers, world.around, from, before)
  const mails = wave.mails.filter(({ day }) => day < last)
  if (mails.length > 0) await writeWave(context, world, question, { ...wave, mails }, waves.length + 1)
  return mails.length > 0
}

/** Writes who is asked in a wave, and why others are not. */
async function writeWave(
  context: Context,
  world: World,
  question: Question,
  { mails, notAsked }: Wave,
  wave: number,
): Promise<void> {
  for (const mail of mails) {
    const { posts = [] } = world.contacts.get(mail.peer.id) ?? {}
    const postId = posts.find(({ trade }) => trade === mail.standing.trade)?.id ?? null
    if (await insertAsked(context, question, mail, { wave, postId })) world.noteAsked(mail.peer.id, mail.day)
  }
  await context.database
    .updateTable('questions_question')
    .set({ not_asked: JSON.stringify(notAsked) })
    .where('question_id', '=', question.id)
    .execute()
}

/**
 * Writes that somebody is asked, in wave 0 by hand: once for a question, and under their quota even where another process asked them
 * meanwhile; whether they are.
 */
export async function insertAsked(
  { database }: Context,
  { id, networkId }: Pick<Question, 'id' | 'networkId'>,
  { peer, standing, leavesAt, day }: PlannedMail,
  { wave, postId = null }: { wave: number; postId?: string | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into questions_asked (asked_id, question_id, network_id, contact_id, post_id, organisation_id, wave, ground, leaves_at, leaves_on)
    select ${newId()}::uuid, ${id}::uuid, ${networkId}::uuid, ${peer.id}::uuid, ${postId}::uuid, ${peer.organisation.id}::uuid,
      ${wave}::int, ${wave === 0 ? 'passed' : standing.ground}, ${leavesAt.toString()}::timestamptz, ${day}::date
    where (select count(*) from questions_asked p where p.contact_id = ${peer.id}::uuid
      and p.leaves_on >= ${day}::date - 30 and p.leaves_on <= ${day}::date) < ${peer.quota}::int
    on conflict (question_id, contact_id) do nothing
  `.execute(database)
  return numAffectedRows === 1n
}

/** Looks at those whose mail has not left anew: whoever may not be asked any more goes. Returns those who are left. */
export async function dropUnable(
  { database }: Context,
  world: World,
  question: Question,
  unsent: readonly AskedPeer[],
): Promise<AskedPeer[]> {
  const left = unsent.filter(({ contactId, day, wave }) => {
    const peer = world.peers.find(({ id }) => id === contactId)
    if (!peer) return false
    // The day on which they are to be asked does not stand against itself.
    const askedOn = peer.askedOn.filter((_, index) => index !== peer.askedOn.indexOf(day))
    const { areTied } = world.around
    const found = examine(world.routed(question), { ...peer, askedOn }, { day, lately: [], areTied })
    // One to whom a colleague passed it is not looked for by trade.
    return typeof found !== 'string' || (wave === 0 && ['trade', 'competence'].includes(found))
  })
  for (const { id } of unsent.filter((each) => !left.includes(each)))
    await database.deleteFrom('questions_asked').where('asked_id', '=', id).execute()
  return left
}
