import type { FastifyRequest } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { mayTranslate, type NetworkRequest, readNetworkRequest } from '../networks/index.ts'

/** The group named in the address, for those who may translate in it; for all others there is no such page. */
export async function readTranslatorRequest(
  application: Application,
  request: FastifyRequest,
): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(application, request)
  if (!mayTranslate(asked.context.actor, asked.network.id)) notFound('translations')
  return asked
}
