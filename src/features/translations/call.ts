import type { Visit } from '../../platform/http/visit.ts'
import { notFound } from '../../platform/refusal.ts'
import { mayTranslate, type NetworkRequest, readNetworkRequest } from '../networks/index.ts'

/** The group in the address, for people who may translate in it; 404 for others. */
export async function readTranslatorRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  if (!mayTranslate(asked.context.actor, asked.network.id)) notFound('translations')
  return asked
}
