import type { Context } from '../../../platform/context/context.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Network } from '../../networks/index.ts'
import { mayReadInside } from '../events/policy.ts'
import { holdersOf } from '../events/record/holders.ts'
import type { AgendaEvent } from '../events/row/queries.ts'
import { mayKeepRegistrations } from '../policy.ts'
import { placesLeft } from './places.ts'
import { countPlaced, lookUpStanding, lookUpTerms } from './queries.ts'
import { isOver, standingOf } from './terms.ts'
import { RegistrationPart } from './views/registration-part.tsx'

interface Drawn {
  context: Context
  reader: Reader
  network: Network
  event: AgendaEvent
}

/** Registration for an event, for its page; null where it was never opened and the reader does not hold it. */
export async function drawRegistration({ context, network, event }: Drawn) {
  const held = { networkId: network.id, holders: holdersOf(event.organisations) }
  const isKeeper = mayKeepRegistrations(context.actor, held)
  const terms = await lookUpTerms(context, event.id)
  if (terms === null && (!isKeeper || isOver(event, context.today) || event.state === 'cancelled'))
    return null
  const { actor } = context
  const isPerson = terms !== null && actor.kind === 'person'
  const own = isPerson
    ? await lookUpStanding(context, event.id, { address: null, personId: actor.personId })
    : null
  return (
    <RegistrationPart
      network={network}
      event={event}
      terms={terms}
      standing={terms && standingOf(event, terms, context)}
      left={terms ? placesLeft(terms, await countPlaced(context, event.id)).all : 0}
      isFor={terms?.forWhom === 'anybody' || mayReadInside(context.actor, network.id)}
      isKeeper={isKeeper}
      own={own}
    />
  )
}
