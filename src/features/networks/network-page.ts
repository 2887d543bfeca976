import type { FastifyRequest } from 'fastify'
import { dayOf } from '../../platform/context/clock.ts'
import type { Application } from '../../platform/http/application.ts'
import { type PageRequest, parameterOf, readPageRequest } from '../../platform/http/page-request.ts'
import { findNetwork, type Network } from './queries.ts'

export interface NetworkRequest extends PageRequest {
  network: Network
  /** The day on which the network's pages are drawn when nobody asks for another. */
  usualDay: string
  /** Today by the clock. */
  actualDay: string
}

/** The group named in the address (or 404), with the language and the day that its pages are drawn for. */
export async function readNetworkRequest(application: Application, request: FastifyRequest): Promise<NetworkRequest> {
  const network = await findNetwork(
    { actor: { kind: 'anonymous' }, clock: application.clock, database: application.database, today: dayOf(application.clock) },
    parameterOf(request.params, 'network') ?? '',
  )
  const actualDay = dayOf(application.clock)
  return {
    ...readPageRequest(application, request, { opensOn: network.opensOn, languages: network.languages }),
    network,
    usualDay: application.settings.now ?? network.opensOn ?? actualDay,
    actualDay,
  }
}
