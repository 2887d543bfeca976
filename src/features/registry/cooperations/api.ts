import type { FastifyInstance } from 'fastify'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { networkPlace, readNetworkCall } from '../../networks/index.ts'
import type { Pointing } from '../paths.ts'
import { cooperationResponse } from '../records/cooperation-response.ts'
import { type CooperationParts, listCooperationParts } from '../records/queries.ts'
import { cooperationSchema } from '../records/schema.ts'
import { cooperationFilter } from './cooperation-filter.ts'
import { countCooperations, findCooperation, listCooperations } from './queries.ts'
import {
  cooperationList,
  cooperationListParameters,
  cooperationParameters,
  cooperationPlace,
  cursorPlaces,
} from './schema.ts'

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
