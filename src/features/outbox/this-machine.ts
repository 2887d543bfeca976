import type { FastifyRequest } from 'fastify'
import { isLoopback } from '../../platform/settings/loopback.ts'

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/**
 * Whether a browser on this machine asks, under a name of this machine. A proxy before the server speaks for others, and
 * a page elsewhere whose name was turned to 127.0.0.1 asks under that name.
 */
export function isFromThisMachine(request: Pick<FastifyRequest, 'headers' | 'raw'>): boolean {
  const peer = (request.raw.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const asked = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? ''
  return (
    isLoopback(peer) && isLoopback(asked) && forwarding.every((name) => request.headers[name] === undefined)
  )
}
