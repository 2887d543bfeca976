import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, listOf, mostCounted, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import type { Application } from '../../../platform/http/application.ts'
import { answeredStates, answerOf, shapeOf } from '../../../platform/records/fields/programs.ts'
import { networkPlace, readNetworkCall, seenOn } from '../../networks/index.ts'
import { wishFilter } from './board/board-filter.ts'
import { countWishes, listWishes } from './board/queries.ts'
import { wishFields } from './fields.ts'
import { findWish, type Wish } from './queries.ts'
import { stateOf, visibilities, wishStates } from './wish.ts'

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

interface Answering {
  baseUrl: string
  network: string
  /** ISO day on which it is read. */
  today: string
}

/** A wish as the API answers it. */
function wishResponse(
  { baseUrl, network, today }: Answering,
  wish: Wish,
): z.input<typeof wishRecordResponse> {
  const { organisation } = wish
  const { kind, known_on, expires_on, found_on, ...said } = answerOf(wishFields, wish)
  return {
    id: wish.id,
    slug: wish.slug,
    url: `${baseUrl}/en/${network}/partners/${wish.slug}`,
    updated_at: wish.updatedAt.toISOString(),
    kind,
    state: stateOf(wish, today),
    organisation: {
      slug: organisation.slug,
      country: organisation.country,
      kind: organisation.kind,
      name: organisation.name,
      valid_until: organisation.validUntil,
      successors: organisation.successors.map(({ slug }) => slug),
    },
    ...said,
    known_on,
    renewed_on: wish.renewedOn,
    expires_on,
    found_on,
    visibility: wish.visibility,
    text_states: answeredStates(wishFields, wish),
  }
}

const wishPlace = networkPlace.extend({ slug: slug().describe('Slug of the wish') })
const wishListParameters = z.object({ ...wishFilter.schema(), ...sliceParameters, ...seenOn })
const wishQuery = z.object({ ...seenOn })
const wishCursor = z.tuple([z.iso.date(), z.uuid()])

// Days stand at the end, beside the one that is no field.
const { kind, known_on, expires_on, found_on, ...said } = shapeOf(wishFields, 'answer')
const wish = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  kind,
  state: z.enum(wishStates).describe('Only an open one is answered'),
  organisation: z.object({
    slug: z.string(),
    country: z.string(),
    kind: z.string(),
    name: inLanguages,
    valid_until: z.iso.date().nullable(),
    successors: z.array(z.string()).describe('Slugs of those that took its place'),
  }),
  ...said,
  known_on,
  renewed_on: z.iso.date().describe('When it was last said to stand'),
  expires_on,
  found_on,
  visibility: z.enum(visibilities),
  text_states: statesOfTexts,
}

const wishRecordResponse = named('Wish', z.object(wish))
const wishList = named('WishList', listOf(wishRecordResponse))
