import type { FastifyReply } from 'fastify'
import { drawNetworkPage, type NetworkRequest } from '../../../networks/index.ts'
import type { EventFilter } from '../../events/list/filter.ts'
import { mayMakeFeed } from '../../policy.ts'
import { SubscribePage } from './views/subscribe-page.tsx'

interface Drawn {
  filter: EventFilter
  /** Whether calendars are to have the vaguest dates too. */
  hasVague: boolean
  /** Whether somebody has as many secret addresses as one may. */
  isFull: boolean
}

/** Sends the page on which one subscribes to the agenda. */
export function drawSubscribing(asked: NetworkRequest, { filter, hasVague, isFull }: Drawn): FastifyReply {
  const { application, context, reader, network } = asked
  return drawNetworkPage(asked, {
    title: reader.t('agenda.subscribe.heading'),
    description: reader.t('agenda.subscribe.lead'),
    path: '/agenda/subscribe',
    width: 'reading',
    children: (
      <SubscribePage
        network={network}
        filter={filter}
        hasVague={hasVague}
        baseUrl={application.settings.baseUrl}
        mayOwn={mayMakeFeed(context.actor, network.id)}
        isFull={isFull}
      />
    ),
  })
}
