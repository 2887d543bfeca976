import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { isOpenDemonstration } from '../../platform/settings/open-demonstration.ts'

const cookie = 'entente-outbox'
const keptSeconds = 30 * 86_400

/** The address of the outbox of a group, with the key that opens it without an account: for the screen on which a demonstration is started. */
export function outboxWithKey({ settings, secret }: Application, network: string): string {
  return `${settings.baseUrl}/fr/${network}/outbox?key=${keyOf(secret)}`
}

/**
 * Whether a request brings the key of a demonstration, in its address or in a cookie; the first time the browser is given it to keep. Where
 * a request comes from says nothing: a proxy on this machine speaks for others.
 */
export function bringsKey(
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
