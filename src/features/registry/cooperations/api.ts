import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { placeText, readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, listOf, mostCounted, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { networkPlace, readNetworkCall, seenOn } from '../../networks/index.ts'
import type { Pointing } from '../paths.ts'
import { cooperationResponse } from '../records/cooperation-response.ts'
import { type CooperationParts, listCooperationParts } from '../records/queries.ts'
import { cooperationSchema } from '../records/schema.ts'
import { cooperationFilter } from './cooperation-filter.ts'
import { countCooperations, findCooperation, listCooperations } from './queries.ts'

const tag = 'cooperations'

/** Cooperations for programs: one, or those that a filter lets through. */
export function addCooperationsApi(app: FastifyInstance, application: Application): void {
  const pointing = (network: string): Pointing => ({
    baseUrl: application.settings.baseUrl,
    network,
    language: 'en',
  })

  addOperation(
    app,
    {
      id: 'listCooperations',
      path: '/networks/{network}/cooperations',
      tag,
      summary: 'Cooperations of a group, each whole, with the source of every fact',
      place: networkPlace,
      query: cooperationListParameters,
      answer: cooperationList,
    },
    async (call) => {
      const { limit, cursor, sort } = call.query
      const filter = cooperationFilter.take(refuseReversed(call.query))
      const [, key, id] = cursor === undefined ? [] : readCursor(cursorPlaces[sort], cursor)
      const { context, network } = await readNetworkCall(application, call)
      const after = id === undefined || key === undefined ? {} : { after: { sort: key, id } }
      const [rows, counted] = await Promise.all([
        listCooperations(context, network.id, filter, { limit: limit + 1, ...after }),
        countCooperations(context, network.id, filter, mostCounted + 1),
      ])
      const parts = byId(await listCooperationParts(context, rows.slice(0, limit)))
      const list = answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: (row) => parts.get(row.id),
        cursorAfter: (row) => writeCursor([sort, row.sortKey, row.id]),
      })
      const items = list.items.flatMap((each) =>
        each ? [cooperationResponse(pointing(network.slug), each)] : [],
      )
      return { ...list, items }
    },
  )

  addOperation(
    app,
    {
      id: 'findCooperation',
      path: '/networks/{network}/cooperations/{slug}',
      tag,
      summary: 'One cooperation with the source of every fact',
      place: cooperationPlace,
      query: cooperationParameters,
      answer: cooperationSchema,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const row = await findCooperation(context, network.id, call.place.slug)
      const [parts] = await listCooperationParts(context, [row])
      if (!parts) throw new Error(`The cooperation ${row.id} went while it was read`)
      return cooperationResponse(pointing(network.slug), parts)
    },
  )
}

/** Refuses a period that ends before it begins. */
export function refuseReversed<T extends { from?: number | undefined; to?: number | undefined }>(
  asked: T,
): T {
  if (asked.from !== undefined && asked.to !== undefined && asked.from > asked.to) {
    throw new WrongInput([
      { pointer: '/from', detail: `from is ${asked.from}, after to, which is ${asked.to}` },
    ])
  }
  return asked
}

function byId(parts: CooperationParts[]): Map<string, CooperationParts> {
  return new Map(parts.map((each) => [each.cooperation.id, each]))
}

const cooperationPlace = networkPlace.extend({ slug: slug().describe('Slug of the cooperation') })
const cooperationListParameters = z.object({
  ...cooperationFilter.schema(),
  ...sliceParameters,
  ...seenOn,
})
const cooperationParameters = z.object({ ...seenOn })
const cooperationList = named('CooperationList', listOf(cooperationSchema))

const id = z.uuid()
/** Where a part of the list ended: its order, the last row’s place in that order, its id. */
const cursorPlaces = {
  name: z.tuple([z.literal('name'), placeText, id]),
  '-name': z.tuple([z.literal('-name'), placeText, id]),
  since: z.tuple([z.literal('since'), z.iso.date().nullable(), id]),
  '-since': z.tuple([z.literal('-since'), z.iso.date().nullable(), id]),
}
