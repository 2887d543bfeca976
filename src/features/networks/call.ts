import type { FastifyReply } from 'fastify'
import type { Context } from '../../platform/context/context.ts'
import { anonymousContext } from '../../platform/http/api/anonymous-context.ts'
import { type Freshness, readFreshness, sayLastModified } from '../../platform/http/api/freshness.ts'
import type { Application } from '../../platform/http/application.ts'
import { findNetwork, type Network } from './queries.ts'

export interface NetworkCall {
  context: Context
  network: Network
  freshness: Freshness
}

interface Asked {
  place: { network: string }
  query: { now?: string | undefined }
  reply: FastifyReply
}

/** The group that a program names (or 404), for the day it asks for, else NOW, else the group's own; says how fresh it is. */
export async function readNetworkCall(
  application: Application,
  { place, query, reply }: Asked,
): Promise<NetworkCall> {
  const asking = anonymousContext(application)
  const network = await findNetwork(asking, place.network)
  const context = {
    ...asking,
    today: query.now ?? application.settings.now ?? network.opensOn ?? asking.today,
  }
  const freshness = await readFreshness(context, network.id)
  sayLastModified(reply, freshness, context.today, asking.today)
  return { context, network, freshness }
}
