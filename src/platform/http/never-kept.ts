import type { FastifyReply, FastifyRequest } from 'fastify'

/** For routes whose answers are nobody else’s business: kept neither here nor on the way, and found by no search engine. */
export const neverKept = {
  onSend: async (_request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex')
    return payload
  },
}
