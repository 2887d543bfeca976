import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { maySendLetters } from '../policy.ts'
import { findSending } from './queries.ts'
import type { Sending } from './sending.ts'

/** Reads the network in the address for people who send its letters; other people get 404. */
export async function readSenderRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  return maySendLetters(asked.writing.actor, asked.network.id) ? asked : notFound('sending')
}

export interface SendingRequest extends NetworkRequest {
  sending: Sending
}

/** Reads the sending that the address names for people who send letters; other people get 404. */
export async function readSendingRequest(visit: Visit): Promise<SendingRequest> {
  const { request } = visit
  const asked = await readSenderRequest(visit)
  const id = parameterOf(request.params, 'sending') ?? ''
  return { ...asked, sending: await findSending(asked.writing, asked.network.id, id) }
}
