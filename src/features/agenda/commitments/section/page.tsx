import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Network } from '../../../networks/index.ts'
import { holdersOf } from '../../events/record/holders.ts'
import type { AgendaEvent } from '../../events/row/queries.ts'
import { mayProlong } from '../../policy.ts'
import { canBeProlonged } from '../call.ts'
import { listDecisions } from '../decisions/queries.ts'
import { lookUpAsking } from '../queries.ts'
import { CommitmentsSection } from './views/commitments-section.tsx'

interface Drawn {
  context: Context
  reader: Reader
  network: Network
  event: AgendaEvent
  isInside: boolean
}

/** What an event asks for to be held, for its page; null where it asks for nothing. */
export async function drawCommitments({ context, network, event, isInside }: Drawn) {
  if (event.commitments === null) return null
  const [asking, decisions] = await Promise.all([
    lookUpAsking(context, event.id),
    listDecisions(context, event.id),
  ])
  if (asking === null) return null
  const held = { networkId: network.id, holders: holdersOf(event.organisations) }
  return (
    <CommitmentsSection
      network={network}
      event={event}
      asking={asking}
      decisions={decisions}
      isInside={isInside}
      own={organisationsOf(context.actor, network.id, ['member'])}
      mayProlong={mayProlong(context.actor, held) && canBeProlonged(event, context.today)}
    />
  )
}
