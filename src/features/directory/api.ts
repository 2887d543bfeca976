import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { callContext } from '../../platform/http/api/call-context.ts'
import { placeText, readCursor, writeCursor } from '../../platform/http/api/cursor.ts'
import { readFreshness, sayLastModified } from '../../platform/http/api/freshness.ts'
import { answerList, mostCounted } from '../../platform/http/api/list-answer.ts'
import { addOperation, type Call } from '../../platform/http/api/operation.ts'
import type { Application } from '../../platform/http/application.ts'
import { WrongInput } from '../../platform/http/problems.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { listMatches } from './gazetteer/queries.ts'
import { organisationResponse } from './organisation-response.ts'
import { countOrganisations, findOrganisation, listOrganisations, listOrganisationsAfter } from './queries.ts'
import { directoryList, directoryParameters, directoryPlace, organisationRecord } from './schema.ts'

const tag = 'directory'
const cursorPlace = z.tuple([placeText, placeText, placeText])
const nowhere = z.object({})

/** Authorities and other organisations of the world, for programs. */
export function addDirectoryApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings
  addOperation(
    app,
    {
      id: 'searchDirectory',
      path: '/directory',
      tag,
      summary: 'Every authority and body known, best match first',
      place: nowhere,
      query: directoryParameters,
      answer: directoryList,
      // Search words vary too much to cache an answer for each.
      scope: (request) => (parameterOf(request.query, 'q') ? null : ''),
    },
    async (call) => {
      const context = await readContext(application, call.reply, call.query.on)
      return call.query.q === undefined
        ? answerAll(application, context, call)
        : answerMatches(baseUrl, context, call.query)
    },
  )

  addOperation(
    app,
    {
      id: 'findDirectoryOrganisation',
      path: '/directory/{slug}',
      tag,
      summary: 'One authority or body',
      place: directoryPlace,
      query: nowhere,
      answer: organisationRecord,
      scope: () => '',
    },
    async ({ place, reply }) => {
      const context = await readContext(application, reply, undefined)
      return organisationResponse(baseUrl, await findOrganisation(context, place.slug))
    },
  )
}

async function readContext(
  application: Application,
  reply: Parameters<typeof sayLastModified>[0],
  on: string | undefined,
) {
  const context = callContext(application)
  sayLastModified(reply, await readFreshness(context, null), context.today, context.today)
  return { ...context, today: on ?? application.settings.now ?? context.today }
}

type Query = z.output<typeof directoryParameters>
type Asking = Awaited<ReturnType<typeof readContext>>

async function answerMatches(baseUrl: string, context: Asking, { q = '', limit, cursor, ...among }: Query) {
  if (cursor !== undefined)
    throw new WrongInput([{ pointer: '/cursor', detail: 'cursor goes without q: a search has one part' }])
  const { hits, asksWhich, approximate } = await listMatches(context, { text: q, limit, ...given(among) })
  const records = new Map(
    (
      await listOrganisations(
        context,
        hits.map((hit) => hit.id),
      )
    ).map((record) => [record.id, record]),
  )
  const items = hits.flatMap(({ id, score, found }) => {
    const record = records.get(id)
    return record ? [{ ...organisationResponse(baseUrl, record), score, found }] : []
  })
  return {
    items,
    total: items.length,
    total_is: items.length < limit ? ('exact' as const) : ('at_least' as const),
    next: null,
    asks_which: asksWhich,
    approximate,
  }
}

async function answerAll(
  application: Application,
  context: Asking,
  { query, request }: Call<typeof nowhere, typeof directoryParameters>,
) {
  const { limit, cursor, country, kind, on } = query
  const among = given({ country, kind, on })
  const after = cursor === undefined ? null : readCursor(cursorPlace, cursor)
  const [rows, counted] = await Promise.all([
    listOrganisationsAfter(context, among, after, limit + 1),
    countOrganisations(context, among, mostCounted + 1),
  ])
  const list = answerList(application, request, {
    rows,
    limit,
    counted,
    item: (record) => ({
      ...organisationResponse(application.settings.baseUrl, record),
      score: null,
      found: null,
    }),
    cursorAfter: (record) => writeCursor([record.country, record.kind, record.slug]),
  })
  return { ...list, asks_which: false, approximate: false }
}

// A criterion that is not given is absent, not undefined.
function given<T extends Record<string, string | undefined>>(among: T): { [K in keyof T]?: string } {
  const said: { [K in keyof T]?: string } = {}
  for (const name in among) if (among[name] !== undefined) said[name] = among[name]
  return said
}
