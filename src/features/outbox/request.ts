import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { notFound } from '../../platform/refusal.ts'
import { isOpenDemonstration } from '../../platform/settings/open-demonstration.ts'
import { loadNetworkRequest, type NetworkRequest } from '../networks/index.ts'
import type { Viewer } from './policy.ts'
import { viewerOf } from './visibility.ts'

const cookie = 'entente-outbox'
const keptSeconds = 30 * 86_400

export interface OutboxRequest extends NetworkRequest {
  viewer: Viewer
}

/** The outbox of the group that an address names, as far as the reader sees into it; 404 for others. */
export async function loadOutboxRequest(visit: Visit): Promise<OutboxRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { application, request, reply, context, network } = loaded
  const viewer = viewerOf(context.actor, network.id, bringsKey(application, request, reply))
  return { ...loaded, viewer: viewer ?? notFound('outbox') }
}

/** The address of a group’s outbox, with the key that opens it without an account: for the terminal on which a demonstration is started. */
export function outboxWithKey({ settings, secret }: Application, network: string): string {
  return `${settings.baseUrl}/fr/${network}/outbox?key=${keyOf(secret)}`
}

/**
 * Whether a request carries the key of a demonstration, in its address or in a cookie; the first time the browser gets the cookie. The
 * origin of a request proves nothing: a proxy on this machine forwards for others.
 */
function bringsKey(
  { settings, secret }: Application,
  request: Pick<FastifyRequest, 'query' | 'cookies'>,
  reply: FastifyReply,
): boolean {
  if (!isOpenDemonstration(settings)) return false
  if (isKey(secret, request.cookies[cookie])) return true
  const given = parameterOf(request.query, 'key')
  if (!isKey(secret, given)) return false
  reply.setCookie(cookie, keyOf(secret), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: keptSeconds,
  })
  return true
}

function keyOf(secret: string): string {
  return createHmac('sha256', secret).update('outbox of the demonstration').digest('hex').slice(0, 48)
}

function isKey(secret: string, given = ''): boolean {
  const [own, other] = [Buffer.from(keyOf(secret)), Buffer.from(given)]
  return own.length === other.length && timingSafeEqual(own, other)
}
