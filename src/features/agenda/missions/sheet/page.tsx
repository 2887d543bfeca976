import type { Context } from '../../../../platform/context/context.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Network } from '../../../networks/index.ts'
import { holdersOf } from '../../events/record/holders.ts'
import type { AgendaEvent } from '../../events/row/queries.ts'
import { mayAnswerForSeats } from '../../policy.ts'
import { askersOf } from '../seats/askers.ts'
import { listRequests } from '../seats/queries.ts'
import { lookUpSheet } from './queries.ts'
import { MissionSheet } from './views/mission-sheet.tsx'

interface Drawn {
  context: Context
  reader: Reader
  network: Network
  event: AgendaEvent
  isInside: boolean
}

/** What a mission holds besides, for the page of its event; null for all other events. */
export async function drawSheet({ context, network, event, isInside }: Drawn) {
  const sheet = await lookUpSheet(context, event)
  if (sheet === null) return null
  const mission = { networkId: network.id, holders: holdersOf(event.organisations) }
  const sight = {
    requests: await listRequests(context, event.id),
    own: askersOf(context.actor, mission),
    mayAnswer: mayAnswerForSeats(context.actor, mission),
  }
  return <MissionSheet network={network} event={event} sheet={sheet} sight={sight} isInside={isInside} />
}
