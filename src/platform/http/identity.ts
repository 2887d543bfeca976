import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Actor, anonymous } from '../context/actor.ts'

declare module 'fastify' {
  interface FastifyRequest {
    identified: Actor | null
  }
}

/** Answers who sends a request: by session in a browser, by token in a program. */
export type Identify = (request: FastifyRequest) => Promise<Actor>

/** Gives every request room for who sends it. */
export function prepareIdentity(app: FastifyInstance): void {
  app.decorateRequest('identified', null)
}

/** Finds out who asks before a route of this part runs; who sends neither cookie nor token is anonymous at no cost. */
export function addIdentity(app: FastifyInstance, identify: Identify): void {
  app.addHook('onRequest', async (request) => {
    const { cookie, authorization } = request.headers
    if (cookie !== undefined || authorization !== undefined) request.identified = await identify(request)
  })
  // What is drawn for one person must not be shown to another by a cache in between.
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
