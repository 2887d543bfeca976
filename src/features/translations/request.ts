import type { Visit } from '../../platform/http/visit.ts'
import { notFound } from '../../platform/refusal.ts'
import { loadNetworkRequest, mayTranslate, type NetworkRequest } from '../networks/index.ts'

/** The group in the address, for people who may translate in it; 404 for others. */
export async function loadTranslatorRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  if (!mayTranslate(loaded.context.actor, loaded.network.id)) notFound('translations')
  return loaded
}
