import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Scope } from '../../context/actor.ts'
import { parameterOf } from '../../input/parameters.ts'
import { notFound } from '../../refusal.ts'
import { limits } from '../limits.ts'
import { requireScope } from './call-context.ts'
import { isUnmodified } from './freshness.ts'
import { refuseMethod, sayMethods } from './other-sites.ts'
import { hasOnlyKnown, readParameters } from './read-parameters.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** What the API offers, in the order in which features add it. */
    operations: DescribedOperation[]
  }
}

/** What a program may ask at one address: the document of the API is made of these, so that it cannot say anything else. */
export interface DescribedOperation {
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  /** As documents write it: `/networks/{network}`. */
  path: string
  tag: string
  summary: string
  description?: string
  place: z.ZodObject
  query: z.ZodObject
  /** Media type, and the schema of the answer where it is JSON. */
  media: string
  answer: z.ZodType | null
  /** What a token must allow; null where anybody may ask. */
  needs: Scope | null
  /** The body and how it is sent; null for a read. */
  writing: DescribedWriting | null
}

export interface DescribedWriting {
  /** Media types that are taken. */
  takes: readonly string[]
  body: z.ZodType
  /** Whether the version that is changed must be named. */
  isConditional: boolean
  /** Answers other than refusals: status → when. */
  outcomes: Readonly<Record<number, string>>
  example: object
}

/** A read as features describe it. */
export interface DescribedRead extends Omit<DescribedOperation, 'media' | 'method' | 'writing' | 'needs'> {
  needs?: 'read'
}

export interface Operation<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>
  extends DescribedRead {
  /** The parts of the path between braces. */
  place: P
  query: Q
  answer: A
  /**
   * The network that an answer is drawn from ('' for the directory alone): kept until it changes; null for never. The one that the
   * path names, when left out.
   */
  scope?(request: FastifyRequest): string | null
}

export interface Download<P extends z.ZodObject, Q extends z.ZodObject> extends DescribedRead {
  media: string
  place: P
  query: Q
}

export interface Call<P extends z.ZodObject, Q extends z.ZodObject> {
  place: z.output<P>
  query: z.output<Q>
  request: FastifyRequest
  reply: FastifyReply
}

/** Gives an application the list into which its operations are written. */
export function prepareOperations(app: FastifyInstance): void {
  app.decorate('operations', [])
}

/** Adds one read that answers JSON: checked parameters in, what the schema says out, for GET and HEAD. */
export function addOperation<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  app: FastifyInstance,
  operation: Operation<P, Q, A>,
  answer: (call: Call<P, Q>) => Promise<z.input<A>>,
): void {
  app.operations.push(describeRead(operation, 'application/json'))
  const kept = {
    parameters: Object.keys(operation.query.shape),
    scope: (request: FastifyRequest) =>
      hasOnlyKnown(operation.query, request.query) && !asksByDate(request)
        ? (operation.scope ?? scopeOfPath)(request)
        : null,
  }
  app.get(routeOf(operation), { config: { kept } }, async (request, reply) => {
    requireScope(request, 'read', operation.needs === undefined)
    const body = await answer(readCall(operation, request, reply))
    reply.header('cache-control', 'no-cache')
    if (isUnmodified(request, reply)) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
  })
}

/** Adds one read that answers a document, sent by the caller: streamed, never kept. */
export function addDownload<P extends z.ZodObject, Q extends z.ZodObject>(
  app: FastifyInstance,
  download: Download<P, Q>,
  send: (call: Call<P, Q>) => Promise<FastifyReply>,
): void {
  app.operations.push(describeRead(download, download.media))
  app.get(routeOf(download), limits.downloads, async (request, reply) => {
    requireScope(request, 'read', true)
    return send(readCall(download, request, reply))
  })
}

/** Answers at every address of the API what is not done there: 405, and the methods that are (also for OPTIONS). */
export function addOtherMethods(app: FastifyInstance): void {
  const byRoute = Map.groupBy(app.operations, routeOf)
  for (const [url, operations] of byRoute) {
    const own = operations.map(({ method }) => method)
    const allowed = [...own.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS']
    app.options(url, async (_request, reply) => sayMethods(reply, allowed))
    app.route({
      method: ['POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !allowed.includes(method)),
      url,
      onRequest: async (_request, reply) => refuseMethod(reply, allowed),
      handler: async (_request, reply) => reply.send(),
    })
  }
}

/** The parts of a path, or 404 for what cannot name anything. */
export function readPlace<P extends z.ZodObject>(
  { place }: { place: P },
  request: FastifyRequest,
): z.output<P> {
  const named = place.safeParse(request.params)
  return named.success ? named.data : notFound()
}

/** The path as routes write it. */
export function routeOf({ path }: { path: string }): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

// Search words are too many to keep an answer for each.
const scopeOfPath = ({ params, query }: FastifyRequest) =>
  parameterOf(query, 'q') ? null : (parameterOf(params, 'network') ?? null)

function describeRead(operation: DescribedRead, media: string): DescribedOperation {
  return { ...operation, method: 'GET', media, needs: operation.needs ?? null, writing: null }
}

function readCall<P extends z.ZodObject, Q extends z.ZodObject>(
  operation: { place: P; query: Q },
  request: FastifyRequest,
  reply: FastifyReply,
): Call<P, Q> {
  const place = readPlace(operation, request)
  return { place, query: readParameters(operation.query, request.query), request, reply }
}

function asksByDate(request: FastifyRequest): boolean {
  return request.headers['if-modified-since'] !== undefined && request.headers['if-none-match'] === undefined
}
