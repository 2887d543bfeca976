import type { FastifyRequest } from 'fastify'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { mayReadPeople } from '../policy.ts'
import { identifier } from '../schema.ts'

/** Reads a request about the people of a network. Visitors who may not see them get 404. */
export async function readPeopleRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  if (!mayReadPeople(asked.context.actor, asked.network.id)) notFound()
  return asked
}

/** The id in an address; 404 when it is malformed. */
export function readIdentifier(request: FastifyRequest): string {
  const read = identifier.safeParse(parameterOf(request.params, 'id'))
  return read.success ? read.data : notFound()
}
