import type { FastifyReply, FastifyRequest } from 'fastify'

/** For routes with private answers: cached neither here nor by proxies, and not indexed. */
export const noStore = {
  onSend: async (_request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex')
    return payload
  },
}
