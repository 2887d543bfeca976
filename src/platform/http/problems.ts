import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseAway } from '../database/database-away.ts'
import { Refusal, type RefusalReason } from '../refusal.ts'

/** What went wrong, ready to be shown: RFC 9457 for programs, a page for people. */
export interface Problem {
  status: number
  reason: RefusalReason | 'atOnce' | 'fault' | 'unavailable' | 'badRequest'
  detail: string
  /** Given to the person and written in the log, so that one finds the other. */
  reference: string
  errors?: PointedError[]
}

export interface PointedError {
  pointer: string
  detail: string
}

/** Several faults in a program’s input: each with a JSON pointer or the parameter's name. */
export class WrongInput extends Refusal {
  readonly errors: PointedError[]

  constructor(errors: PointedError[], reason: RefusalReason = 'wrongInput', detail = errors[0]?.detail) {
    super(reason, detail)
    this.errors = errors
  }
}

export interface ProblemRenderer {
  /** The whole page for a person, in the language of the address. */
  page(request: FastifyRequest, problem: Problem): string
  title(request: FastifyRequest, problem: Problem): string
}

// A server that starts again, or another that takes its place, is there in less.
const secondsToWait = 10

/** Turns whatever a route throws into one answer: a refusal as it is, a fault logged once with the request's reference. */
export function addProblems(app: FastifyInstance, renderer: ProblemRenderer): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = describe(error, request)
    if (error instanceof Refusal) reply.headers(error.headers)
    const { reference } = problem
    if (problem.reason === 'unavailable') {
      reply.header('retry-after', secondsToWait)
      request.log.warn({ reference, why: error.message }, 'the database does not answer')
    } else if (problem.status >= 500 || atOnce.has(error.code))
      request.log.error({ err: error, reference }, 'request failed')
    return answer(request, reply, problem, renderer)
  })
  app.setNotFoundHandler((request, reply) => {
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', 'GET, HEAD, OPTIONS').send()
    return answer(
      request,
      reply,
      { status: 404, reason: 'notFound', detail: '', reference: request.id },
      renderer,
    )
  })
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  renderer: ProblemRenderer,
) {
  return answer(request, reply, problem, renderer)
}

/** Two wrote at once where nobody looks out for it: a key that was free (23505), or each waited for the other (40P01). Trying again is the way on. */
const atOnce = new Set(['23505', '40P01'])

function describe(error: FastifyError, request: FastifyRequest): Problem {
  const reference = request.id
  if (error instanceof WrongInput) {
    return {
      status: error.status,
      reason: error.reason,
      detail: error.message,
      reference,
      errors: error.errors,
    }
  }
  if (error instanceof Refusal) {
    // A refusal without words of its own has its reason for a message: the title says it better.
    const detail = error.message === error.reason ? '' : error.message
    return { status: error.status, reason: error.reason, detail, reference }
  }
  if (atOnce.has(error.code)) return { status: 409, reason: 'atOnce', detail: '', reference }
  if (error instanceof DatabaseAway) return { status: 503, reason: 'unavailable', detail: '', reference }
  const status = error.statusCode ?? 500
  if (status === 413) return { status, reason: 'tooLarge', detail: '', reference }
  if (status === 415) return { status, reason: 'wrongMediaType', detail: '', reference }
  if (status === 429) return { status, reason: 'tooMany', detail: '', reference }
  if (status >= 400 && status < 500) return { status, reason: 'badRequest', detail: '', reference }
  return { status: 500, reason: 'fault', detail: '', reference }
}

function answer(request: FastifyRequest, reply: FastifyReply, problem: Problem, renderer: ProblemRenderer) {
  reply.code(problem.status).header('cache-control', 'no-store')
  if (!isForProgram(request))
    return reply.type('text/html; charset=utf-8').send(renderer.page(request, problem))
  const title = renderer.title(request, problem)
  const body = {
    type: `/problems/${problem.reason}`,
    title,
    status: problem.status,
    detail:
      problem.reason === 'notFound' && problem.detail
        ? `${title}: ${problem.detail}`
        : problem.detail || title,
    reference: problem.reference,
    ...(problem.errors ? { errors: problem.errors } : {}),
  }
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(body))
}

function isForProgram(request: FastifyRequest): boolean {
  return /^\/(api|webhooks|healthz|readyz|metrics)\b/.test(request.raw.url ?? '')
}
