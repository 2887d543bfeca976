import type { FastifyInstance } from 'fastify'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { networkPlace, readNetworkCall } from '../../networks/index.ts'
import { wishFilter } from './board/board-filter.ts'
import { countWishes, listWishes } from './board/queries.ts'
import { findWish } from './queries.ts'
import {
  wishCursor,
  wishList,
  wishListParameters,
  wishPlace,
  wishQuery,
  wishRecordResponse,
} from './response.schema.ts'
import { wishResponse } from './wish-response.ts'

const tag = 'wishes'

/** API of wishes and offers: one, or those that a filter lets through. What sources say of authorities is next to these. */
export function addWishesApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings

  addOperation(
    app,
    {
      id: 'listWishes',
      path: '/networks/{network}/wishes',
      tag,
      summary: 'What the authorities of a group look for and offer, the newest first',
      place: networkPlace,
      query: wishListParameters,
      answer: wishList,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const after = cursor === undefined ? null : readCursor(wishCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      const filter = wishFilter.take(call.query)
      const [rows, counted] = await Promise.all([
        listWishes(context, network.id, filter, {
          limit: limit + 1,
          after: after && { knownOn: after[0], id: after[1] },
        }),
        countWishes(context, network.id, filter, mostCounted + 1),
      ])
      return answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: (row) => wishResponse({ baseUrl, network: network.slug, today: context.today }, row),
        cursorAfter: (row) => writeCursor([row.knownOn, row.id]),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findWish',
      path: '/networks/{network}/wishes/{slug}',
      tag,
      summary: 'One wish or offer',
      place: wishPlace,
      query: wishQuery,
      answer: wishRecordResponse,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const wish = await findWish(context, network.id, call.place.slug)
      return wishResponse({ baseUrl, network: network.slug, today: context.today }, wish)
    },
  )
}
