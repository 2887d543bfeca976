import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { callContext } from '../../platform/http/api/call-context.ts'
import { placeText, readCursor, writeCursor } from '../../platform/http/api/cursor.ts'
import { readFreshness, sayLastModified } from '../../platform/http/api/freshness.ts'
import { answerList, mostCounted } from '../../platform/http/api/list-answer.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import type { Application } from '../../platform/http/application.ts'
import { plainText, textStatesOf } from '../../platform/i18n/localized-text.ts'
import { readNetworkCall } from './call.ts'
import { countNetworks, listLandmarks, listMemberships, listNetworksAfter, type Network } from './queries.ts'
import { listParameters, networkList, networkPlace, networkRecord, readParameters } from './schema.ts'

const tag = 'networks'

/** Country groups, for programs. */
export function addNetworksApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'listNetworks',
      path: '/networks',
      tag,
      summary: 'Country groups of this server',
      place: z.object({}),
      query: listParameters,
      answer: networkList,
      scope: () => '',
    },
    async ({ query: { limit, cursor }, request, reply }) => {
      const context = callContext(application, request)
      sayLastModified(reply, await readFreshness(context, null), context.today, context.today)
      const after = cursor === undefined ? '' : readCursor(placeText, cursor)
      const [rows, counted] = await Promise.all([
        listNetworksAfter(context, after, limit + 1),
        countNetworks(context, mostCounted + 1),
      ])
      return answerList(application, request, {
        rows,
        limit,
        counted,
        item: (network) => entryOf(application, network),
        cursorAfter: (network) => writeCursor(network.slug),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findNetwork',
      path: '/networks/{network}',
      tag,
      summary: 'One country group with its roles and reference dates',
      place: networkPlace,
      query: readParameters,
      answer: networkRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const [memberships, landmarks] = await Promise.all([
        listMemberships(context, network.id),
        listLandmarks(context, network.id),
      ])
      const entry = entryOf(application, network)
      const titles = landmarks.map(({ title }, index) => [`landmarks/${index}/title`, title] as const)
      return {
        ...entry,
        today: context.today,
        memberships: memberships.map(({ slug, name, country, kind, role, person, heldFrom, heldUntil }) => ({
          organisation: { slug, name, country, kind },
          role,
          person: plainText(person),
          from: heldFrom,
          until: heldUntil,
        })),
        landmarks: landmarks.map(({ id, slug, title, happened }) => ({
          id,
          slug,
          title: plainText(title),
          when: happened,
        })),
        text_states: { ...entry.text_states, ...textStatesOf(Object.fromEntries(titles)) },
      }
    },
  )
}

function entryOf(application: Application, network: Network) {
  const objectives = network.objectives.map((text, index) => [`objectives/${index}`, text] as const)
  return {
    id: network.id,
    slug: network.slug,
    url: `${application.settings.baseUrl}/en/${network.slug}`,
    updated_at: network.updatedAt.toISOString(),
    name: network.name,
    summary: plainText(network.summary),
    objectives: network.objectives.map(plainText),
    countries: network.countries,
    languages: network.languages,
    themes: network.themes,
    opens_on: network.opensOn,
    text_states: textStatesOf({ summary: network.summary, ...Object.fromEntries(objectives) }),
  }
}
