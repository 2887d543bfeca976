import type { Visit } from '../../platform/http/visit.ts'
import { notFound } from '../../platform/refusal.ts'
import { mayTranslate, type NetworkRequest, readNetworkRequest } from '../networks/index.ts'

/** The group named in the address, for those who may translate in it; for all others there is no such page. */
export async function readTranslatorRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  if (!mayTranslate(asked.context.actor, asked.network.id)) notFound('translations')
  return asked
}
