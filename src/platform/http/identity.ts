import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Actor, anonymous } from '../context/actor.ts'

declare module 'fastify' {
  interface FastifyRequest {
    identified: Actor | null
  }
}

/** Finds the sender of a request: by session in a browser, by token in a program. */
export type Identify = (request: FastifyRequest) => Promise<Actor>

/** Gives every request a field for its sender. */
export function prepareIdentity(app: FastifyInstance): void {
  app.decorateRequest('identified', null)
}

/** Finds the sender before a route of this part runs; a request with neither cookie nor token is anonymous at no cost. */
export function addIdentity(app: FastifyInstance, identify: Identify): void {
  app.addHook('onRequest', async (request) => {
    const { cookie, authorization } = request.headers
    if (cookie !== undefined || authorization !== undefined) request.identified = await identify(request)
  })
  // A cache in between must not show one person's page to another.
  app.addHook('onSend', async (request, reply, payload) => {
    const isStricter = String(reply.getHeader('cache-control')).includes('no-store')
    if (actorOf(request).kind !== 'anonymous' && !isStricter)
      reply.header('cache-control', 'private, no-cache')
    return payload
  })
}

/** Who sends a request. */
export function actorOf(request: FastifyRequest): Actor {
  return request.identified ?? anonymous
}
