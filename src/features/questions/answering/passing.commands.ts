import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { mayCoordinate } from '../policy.ts'
import type { Question } from '../questions/question.ts'
import { insertAsked, takeRoutingTurn } from '../routing/waves.commands.ts'
import { planWave } from '../routing/waves.ts'
import { type AskedPeer, findWorld } from '../routing/world.queries.ts'
import { follow } from '../writing.commands.ts'
import { noteSaid } from './commands.ts'
import { askedLinks } from './links.ts'

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
