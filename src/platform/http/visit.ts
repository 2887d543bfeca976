import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import type { Application } from './application.ts'

/** One request of a browser, from its address to its answer. */
export interface Visit {
  application: Application
  request: FastifyRequest
  reply: FastifyReply
}

type MaybeLater<T> = T | Promise<T>
/** What an opener returns: the visit with more to it, or an object with it as `asked`. */
type Opened = Pick<Visit, 'reply'> | { visit: Pick<Visit, 'reply'> }
/** Finds what an address names, for those who may see it; refuses others, or answers them otherwise and returns null. */
type Open<V> = (visit: Visit) => MaybeLater<V | null>
type Answer<V> = (visit: V) => MaybeLater<FastifyReply>

/** Adds a page: who may open it, and how it is answered. One that needs nothing opened has an answer alone. */
interface AddPage {
  (address: string, answer: Answer<Visit>): void
  <V extends Opened>(address: string, open: Open<V>, answer: Answer<V>): void
}

export interface Pages {
  get: AddPage
  post: AddPage
  /** Of their routes. */
  options: RouteShorthandOptions
  /** Returns these `Pages` with other route options: what is cached, how often a visitor may come. */
  with(options: RouteShorthandOptions): Pages
}

/** Adds pages to an application, all with the same options of their routes. */
export function pagesOf(
  app: FastifyInstance,
  application: Application,
  options: RouteShorthandOptions = {},
): Pages {
  const adding = (method: 'get' | 'post'): AddPage => {
    function add<V>(address: string, ...[open, answer]: [Open<V>, Answer<V>] | [Answer<Visit>]): void {
      app[method](address, options, async (request, reply) => {
        const visit = { application, request, reply }
        if (answer === undefined) return open(visit)
        const opened = await open(visit)
        return opened === null ? reply : answer(opened)
      })
    }
    return add
  }
  return {
    get: adding('get'),
    post: adding('post'),
    options,
    with: (others) => pagesOf(app, application, others),
  }
}

/** The visit, to be answered with a status. */
export function withStatus<V extends Pick<Visit, 'reply'>>(visit: V, status: number): V {
  visit.reply.code(status)
  return visit
}
