import type { FastifyInstance, FastifyReply } from 'fastify'

const reads = ['GET', 'HEAD', 'OPTIONS']

/** Lets pages of other sites read public answers: cookies are never considered. */
export function letOtherSitesRead(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    openToOtherSites(reply)
  })
}

/** Lets pages of other sites read one answer, which must be the same for everybody. */
export function openToOtherSites(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*')
  reply.header('access-control-expose-headers', 'ETag, Last-Modified, Content-Disposition, Retry-After')
  // A picture or a script of another site may hold it as well.
  reply.header('cross-origin-resource-policy', 'cross-origin')
}

/** Answers with the methods of an address; to the preflight of a browser on another site, that its pages may read. */
export function sayMethods(reply: FastifyReply, allowed: readonly string[] = reads): FastifyReply {
  return reply
    .code(204)
    .header('allow', allowed.join(', '))
    .header('access-control-allow-methods', reads.join(', '))
    .header('access-control-allow-headers', 'Accept, Accept-Language, If-None-Match, If-Modified-Since')
    .header('access-control-max-age', '86400')
    .send()
}

/** Refuses a method that an address does not have. */
export function refuseMethod(reply: FastifyReply, allowed: readonly string[]): never {
  reply.header('allow', allowed.join(', '))
  throw Object.assign(new Error(`This address answers ${allowed.join(', ')}`), { statusCode: 405 })
}
