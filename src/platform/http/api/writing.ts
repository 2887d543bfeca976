import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Person, Scope } from '../../context/actor.ts'
import type { Context } from '../../context/context.ts'
import { Refusal } from '../../refusal.ts'
import type { Application } from '../application.ts'
import { answerOnce, readRepeatable } from './answered-calls.ts'
import type { CallAnswer } from './call-answer.ts'
import { callContext, callerOf, requireScope } from './call-context.ts'
import { type DescribedOperation, type DescribedWriting, readPlace, routeOf } from './operation.ts'
import { mergePatchType, readBody } from './read-json.ts'
import { readParameters } from './read-parameters.ts'

export interface WritingOperation<P extends z.ZodObject, B extends z.ZodType>
  extends Omit<DescribedOperation, 'query' | 'media' | 'writing' | 'needs' | 'method'> {
  method: 'POST' | 'PUT' | 'PATCH'
  place: P
  answer: z.ZodType
  needs: Scope
  writing: DescribedWriting & { body: B }
}

export interface WritingCall<P extends z.ZodObject> {
  place: z.output<P>
  request: FastifyRequest
  context: Context
  caller: Person
}

export interface Written {
  status: number
  headers?: Record<string, string>
  body: object
}

interface Steps<P extends z.ZodObject, B extends z.ZodType, Prepared> {
  /** Looks up the record to be written and whether the caller may write it: done for every call, also one that was answered before. */
  prepare(call: WritingCall<P>): Promise<Prepared>
  /** Writes; inside a transaction where the call has a key. */
  write(call: WritingCall<P>, prepared: Prepared, body: z.output<B>): Promise<Written>
}

/**
 * Adds one write: authorised by a token alone, with a body that the schema describes to the last field, and done once
 * where the call carries an Idempotency-Key.
 */
export function addWriting<P extends z.ZodObject, B extends z.ZodType, Prepared>(
  app: FastifyInstance,
  application: Application,
  operation: WritingOperation<P, B>,
  { prepare, write }: Steps<P, B, Prepared>,
): void {
  const { writing, needs } = operation
  app.operations.push({ ...operation, query: noParameters, media: 'application/json' })
  app.route({
    method: operation.method,
    url: routeOf(operation),
    onRequest: async (request) => {
      requireScope(request, needs)
      requireType(request, writing.takes)
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const place = readPlace(operation, request)
      readParameters(noParameters, request.query)
      const call = { place, request, caller, context: callContext(application, request) }
      const prepared = await prepare(call)
      const repeatable = readRepeatable(request, caller.personId)
      const body = readBody(writing.body, request.body)
      const work = async (context: Context): Promise<CallAnswer> => {
        const written = await write({ ...call, context }, prepared, body)
        return { status: written.status, headers: written.headers ?? {}, text: JSON.stringify(written.body) }
      }
      const { status, headers, text } = repeatable
        ? await answerOnce(call.context, repeatable, work)
        : await work(call.context)
      reply.code(status).headers(headers).header('cache-control', 'no-store')
      return reply.type('application/json; charset=utf-8').send(text)
    },
  })
}

const noParameters = z.object({})

function requireType({ headers }: FastifyRequest, takes: readonly string[]): void {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  const encoding = headers['content-encoding'] ?? 'identity'
  if (takes.includes(type.trim().toLowerCase()) && encoding === 'identity') return
  throw new Refusal(
    'wrongMediaType',
    `This address takes ${takes.join(' or ')}, not compressed`,
    takes.includes(mergePatchType) ? { 'accept-patch': takes.join(', ') } : { accept: takes.join(', ') },
  )
}
