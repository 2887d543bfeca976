import type { FastifyRequest } from 'fastify'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { mayReadPeople } from '../policy.ts'
import { identifier } from '../schema.ts'

/** Reads a request about the people of a network. Visitors who may not see them get 404. */
export async function loadPeopleRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  if (!mayReadPeople(loaded.context.actor, loaded.network.id)) notFound()
  return loaded
}

/** The id in an address; 404 when it is malformed. */
export function readIdentifier(request: FastifyRequest): string {
  const read = identifier.safeParse(parameterOf(request.params, 'id'))
  return read.success ? read.data : notFound()
}
