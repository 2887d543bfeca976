import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownDay } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import { callContext } from '../../platform/http/api/call-context.ts'
import { type Freshness, readFreshness, sayLastModified } from '../../platform/http/api/freshness.ts'
import type { Application } from '../../platform/http/application.ts'
import { findNetwork, type Network } from './queries.ts'

export interface NetworkCall {
  context: Context
  network: Network
  freshness: Freshness
}

interface Asked {
  request: FastifyRequest
  place: { network: string }
  query: { now?: string | undefined }
  reply: FastifyReply
}

/** The group in the address (or 404), for the day in the request, else NOW, else the group’s own; sets Last-Modified. */
export async function readNetworkCall(
  application: Application,
  { request, place, query, reply }: Asked,
): Promise<NetworkCall> {
  const asking = callContext(application, request)
  const network = await findNetwork(asking, place.network)
  const context = {
    ...asking,
    today: query.now ?? ownDay(application, network.opensOn),
  }
  const freshness = await readFreshness(context, network.id)
  sayLastModified(reply, freshness, context.today, asking.today)
  return { context, network, freshness }
}
