import type { Context } from '../../../platform/context/context.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import type { Network } from '../../networks/index.ts'
import type { Question } from '../questions/question.ts'
import { planWave } from '../routing/waves.ts'
import { type AskedPeer, findWorld } from '../routing/world.queries.ts'

/** To whom a question would go first if it were sent now, and why not to others; nothing is written. */
export async function findFirstWave(
  context: Context,
  network: Network,
  question: Question,
): Promise<{ asked: AskedPeer[]; notAsked: Question['notAsked'] }> {
  const world = await findWorld(context, network)
  const now = context.clock.now()
  const { mails, notAsked } = planWave(world.routed(question), world.peers, world.around, now)
  const refs = await listOrganisationRefs(
    context,
    mails.map(({ peer }) => peer.organisation.id),
  )
  const asked = mails.flatMap(
    ({ peer: { id, organisation }, standing: { ground, trade }, leavesAt, day }) => {
      const ref = refs.get(organisation.id)
      const post = world.contacts.get(id)?.posts.find((each) => each.trade === trade) ?? null
      const sent = {
        wave: 1,
        leavesAt: new Date(leavesAt.epochMilliseconds),
        mailedAt: null,
        said: null,
        reason: null,
      }
      return ref ? [{ ...sent, id, contactId: id, organisation: ref, ground, day, post }] : []
    },
  )
  return { asked, notAsked: [...notAsked] }
}
