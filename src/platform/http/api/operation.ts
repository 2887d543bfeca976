import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { notFound } from '../../refusals/refusal.ts'
import { isUnmodified } from './freshness.ts'
import { refuseMethod, sayMethods } from './other-sites.ts'
import { hasOnlyKnown, readParameters } from './read-parameters.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** What the API offers, in the order in which features add it. */
    operations: DescribedOperation[]
  }
}

/** What one may ask at one address: the document of the API is made of these, so that it cannot say anything else. */
export interface DescribedOperation {
  id: string
  /** As documents write it: `/networks/{network}`. */
  path: string
  tag: string
  summary: string
  description?: string
  place: z.ZodObject
  query: z.ZodObject
  /** Media type, and the schema of what is answered where it is JSON. */
  media: string
  answer: z.ZodType | null
}

export interface Operation<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>
  extends Omit<DescribedOperation, 'media'> {
  /** The parts of the path between braces. */
  place: P
  query: Q
  answer: A
  /** The network that an answer is drawn from ('' for the directory alone): kept until it changes; null for never. */
  scope(request: FastifyRequest): string | null
}

export interface Download<P extends z.ZodObject, Q extends z.ZodObject> extends DescribedOperation {
  place: P
  query: Q
}

export interface Call<P extends z.ZodObject, Q extends z.ZodObject> {
  place: z.output<P>
  query: z.output<Q>
  request: FastifyRequest
  reply: FastifyReply
}

/** Gives an application the list that its operations are written in. */
export function prepareOperations(app: FastifyInstance): void {
  app.decorate('operations', [])
}

/** Adds one read that answers JSON: checked parameters in, what the schema says out, for GET, HEAD and OPTIONS. */
export function addOperation<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  app: FastifyInstance,
  operation: Operation<P, Q, A>,
  answer: (call: Call<P, Q>) => Promise<z.input<A>>,
): void {
  app.operations.push({ ...operation, media: 'application/json' })
  const kept = {
    parameters: Object.keys(operation.query.shape),
    scope: (request: FastifyRequest) =>
      hasOnlyKnown(operation.query, request.query) && !asksByDate(request) ? operation.scope(request) : null,
  }
  app.get(routeOf(operation), { config: { kept } }, async (request, reply) => {
    const body = await answer(readCall(operation, request, reply))
    reply.header('cache-control', 'no-cache')
    if (isUnmodified(request, reply)) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
  })
  addOtherMethods(app, operation)
}

/** Adds one read that answers a document, sent by the caller: streamed, never kept. */
export function addDownload<P extends z.ZodObject, Q extends z.ZodObject>(
  app: FastifyInstance,
  download: Download<P, Q>,
  send: (call: Call<P, Q>) => Promise<FastifyReply>,
): void {
  app.operations.push(download)
  app.get(routeOf(download), { config: { rateLimit: rarely } }, async (request, reply) =>
    send(readCall(download, request, reply)),
  )
  addOtherMethods(app, download)
}

// A document of ten thousand records takes seconds to write.
const rarely = { max: 30, timeWindow: '1 minute' }

function readCall<P extends z.ZodObject, Q extends z.ZodObject>(
  { place, query }: { place: P; query: Q },
  request: FastifyRequest,
  reply: FastifyReply,
): Call<P, Q> {
  const named = place.safeParse(request.params)
  if (!named.success) notFound()
  return { place: named.data, query: readParameters(query, request.query), request, reply }
}

function addOtherMethods(app: FastifyInstance, operation: { path: string }): void {
  app.options(routeOf(operation), async (_request, reply) => sayMethods(reply))
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE'],
    url: routeOf(operation),
    onRequest: async (_request, reply) => refuseMethod(reply),
    handler: async (_request, reply) => reply.send(),
  })
}

function routeOf({ path }: { path: string }): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function asksByDate(request: FastifyRequest): boolean {
  return request.headers['if-modified-since'] !== undefined && request.headers['if-none-match'] === undefined
}
