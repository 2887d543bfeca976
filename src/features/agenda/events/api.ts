import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { networkPlace, readNetworkCall } from '../../networks/index.ts'
import { criticalMassAnswerOf } from '../commitments/critical-mass-response.ts'
import { lookUpAsking } from '../commitments/queries.ts'
import { missionAnswerOf } from '../missions/mission-response.ts'
import { listRequests } from '../missions/seats/queries.ts'
import { lookUpSheet } from '../missions/sheet/queries.ts'
import { countPlaced, lookUpTerms } from '../registration/queries.ts'
import { registrationAnswerOf } from '../registration/registration-response.ts'
import { eventResponse } from './event-response.ts'
import { type EventFilter, eventCriteria } from './list/event-filter.ts'
import { countEvents, listEvents } from './list/queries.ts'
import { mayReadInside } from './policy.ts'
import { findEvent } from './queries.ts'
import {
  eventCursor,
  eventList,
  eventListParameters,
  eventPlace,
  eventQuery,
  eventRecord,
} from './response.schema.ts'

const tag = 'events'

/** Events for programs: one, or those that a filter lets through. */
export function addEventsApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings

  addOperation(
    app,
    {
      id: 'listEvents',
      path: '/networks/{network}/events',
      tag,
      summary:
        'Events of a group on the clocks of its countries, the earliest first, those without a date last',
      place: networkPlace,
      query: eventListParameters,
      answer: eventList,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const filter = askedFilter(call.query)
      const after = cursor === undefined ? null : readCursor(eventCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      const [rows, counted] = await Promise.all([
        listEvents(context, network.id, filter, {
          limit: limit + 1,
          after: after && { startsOn: after[0], endsOn: after[1], id: after[2], occursOn: after[3] },
        }),
        countEvents(context, network.id, filter, mostCounted + 1),
      ])
      const isInside = mayReadInside(context.actor, network.id)
      return answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: (row) => eventResponse({ baseUrl, network, isInside, today: context.today }, row),
        cursorAfter: (row) => writeCursor([row.startsOn, row.endsOn, row.id, row.occursOn]),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findEvent',
      path: '/networks/{network}/events/{slug}',
      tag,
      summary: 'One event with the source of every fact',
      place: eventPlace,
      query: eventQuery,
      answer: eventRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const event = await findEvent(context, network.id, call.place.slug)
      const isInside = mayReadInside(context.actor, network.id)
      const [sheet, requests, asking, terms, taken] = await Promise.all([
        lookUpSheet(context, event),
        listRequests(context, event.id),
        event.commitments && lookUpAsking(context, event.id),
        lookUpTerms(context, event.id),
        countPlaced(context, event.id),
      ])
      const answer = eventResponse({ baseUrl, network, isInside, today: context.today }, event)
      const url = `${answer.url}/registration`
      return {
        ...answer,
        delegation: sheet && missionAnswerOf(event, sheet, requests, context.today),
        critical_mass: asking && criticalMassAnswerOf(event, asking, network.countries),
        registration: terms && registrationAnswerOf(context, event, { terms, taken, url }),
        evidence: (await application.factSources?.listTold(context, event.id)) ?? [],
      }
    },
  )
}

// A period that ends before it begins is refused.
function askedFilter(asked: z.output<typeof eventListParameters>): EventFilter {
  const filter = { ...eventCriteria.take(asked), span: asked.when }
  const { from, to } = filter
  if (from !== null && to !== null && from > to)
    throw new WrongInput([
      { pointer: '/from', detail: `from is ${asked.from}, after to, which is ${asked.to}` },
    ])
  return filter
}
