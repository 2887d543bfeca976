import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Network } from '../../networks/index.ts'
import type { Question } from '../questions/question.ts'
import { routedQuestion } from '../routing/routed-question.ts'
import { insertAsked, takeRoutingTurn } from '../routing/waves.commands.ts'
import { planWave } from '../routing/waves.ts'
import { type AskedPeer, findWorld } from '../routing/world.queries.ts'
import { follow, noteSaid } from './commands.ts'
import { askedLinks } from './links.ts'

/** Passes a question on to a colleague, who agreed to be asked and has not too much already; whether it was. */
export async function passToColleague(
  context: Context,
  network: Network,
  question: Question,
  asked: AskedPeer,
  colleagueId: string,
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    await takeRoutingTurn(inside, network.id)
    const world = await findWorld(inside, network)
    const colleague = world.peers.find(
      ({ id, organisation }) => id === colleagueId && organisation.id === asked.organisation.id,
    )
    if (colleague === undefined) return false
    // Whoever passes it on knows that it is theirs: what they work on is not asked for.
    const able = {
      ...colleague,
      sheets: question.themes,
      organisation: { ...colleague.organisation, tiers: [] },
    }
    const [mail] = planWave(routedQuestion(world, question), [able], world.around, inside.clock.now()).mails
    if (
      mail === undefined ||
      !(await insertAsked(inside, question, { ...mail, standing: null }, { wave: 0 }))
    )
      return false
    await noteSaid(inside, asked.id, 'passed')
    await follow(inside, question, 'passed')
    return true
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
