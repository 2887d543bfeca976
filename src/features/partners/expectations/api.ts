import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../../platform/context/context.ts'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { networkPlace, readNetworkCall } from '../../networks/index.ts'
import { involvementOf, readableRequests } from './involvement.ts'
import { countExpectations, listExpectations } from './list/queries.ts'
import { findExpectation } from './queries.ts'
import { listRequests } from './requests.queries.ts'
import {
  expectationCursor,
  expectationList,
  expectationListQuery,
  expectationPlace,
  expectationQuery,
  expectationRecord,
} from './schema.ts'
import { answerOf, entryOf } from './shown-expectation.ts'

const tag = 'expectations'

/** What is expected of whom, for programs: only what whoever they act for may see. */
export function addExpectationsApi(app: FastifyInstance, application: Application): void {
  const addressIn = (network: string) => (slug: string) =>
    `${application.settings.baseUrl}/en/${network}/expectations/${slug}`

  addOperation(
    app,
    {
      id: 'listExpectations',
      path: '/networks/{network}/expectations',
      tag,
      summary: 'What organisations expect of the members of a group, the newest first',
      place: networkPlace,
      query: expectationListQuery,
      answer: expectationList,
    },
    async (call) => {
      const { q, theme, status, country, age, limit, cursor } = call.query
      const offset = cursor === undefined ? 0 : readCursor(expectationCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      sayFresh(context, call.reply)
      const filter = {
        view: 'all' as const,
        text: q ?? '',
        theme: theme ?? null,
        status: status ?? null,
        country: country ?? null,
        age: age ?? null,
      }
      return answerList(application, call.request, {
        rows: await listExpectations(context, network.id, filter, { limit: limit + 1, offset }),
        limit,
        counted: await countExpectations(context, network.id, filter, mostCounted + 1),
        item: (expectation) => entryOf(addressIn(network.slug), expectation, context.today),
        cursorAfter: () => writeCursor(offset + limit),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findExpectation',
      path: '/networks/{network}/expectations/{slug}',
      tag,
      summary: 'One expectation, with what was answered for those whom it concerns',
      place: expectationPlace,
      query: expectationQuery,
      answer: expectationRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      sayFresh(context, call.reply)
      const expectation = await findExpectation(context, network.id, call.place.slug)
      const requests = await listRequests(context, expectation.id)
      const involvement = involvementOf(context.actor, expectation, requests)
      return {
        ...entryOf(addressIn(network.slug), expectation, context.today),
        answers: involvement.isConcerned ? readableRequests(requests, involvement).map(answerOf) : null,
      }
    },
  )
}

// What somebody may see changes with their roles, which move no revision.
function sayFresh({ actor }: Context, reply: FastifyReply): void {
  if (actor.kind !== 'anonymous') reply.removeHeader('last-modified')
}
