import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { maySendLetters } from '../policy.ts'
import { findSending } from './queries.ts'
import type { Sending } from './sending.ts'

/** Reads the network in the address for people who send its letters; other people get 404. */
export async function loadSenderRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return maySendLetters(loaded.writing.actor, loaded.network.id) ? loaded : notFound('sending')
}

export interface SendingRequest extends NetworkRequest {
  sending: Sending
}

/** Reads the sending that the address names for people who send letters; other people get 404. */
export async function loadSendingRequest(visit: Visit): Promise<SendingRequest> {
  const { request } = visit
  const loaded = await loadSenderRequest(visit)
  const id = parameterOf(request.params, 'sending') ?? ''
  return { ...loaded, sending: await findSending(loaded.writing, loaded.network.id, id) }
}
