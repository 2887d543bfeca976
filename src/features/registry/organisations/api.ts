import type { FastifyInstance } from 'fastify'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { listEventsWith } from '../../agenda/events/index.ts'
import { findOrganisation, organisationResponse } from '../../directory/index.ts'
import { listNetworksOf, networkPlace, readNetworkCall } from '../../networks/index.ts'
import { listInterestsOf } from '../interests/queries.ts'
import { listNotes } from '../notes/queries.ts'
import { permanentAddress } from '../paths.ts'
import {
  countNetworkOrganisations,
  listCooperationsOf,
  listNetworkOrganisations,
  type NetworkOrganisation,
} from './queries.ts'
import {
  organisationCursor,
  organisationList,
  organisationListParameters,
  organisationParameters,
  organisationPlace,
  organisationRecord,
} from './schema.ts'

const tag = 'organisations'

/** Members, parties and actors of a group, for programs. */
export function addOrganisationsApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings
  const addressOf = (network: string, slug: string) =>
    permanentAddress({ baseUrl, network, language: 'en' }, 'organisations', slug)

  addOperation(
    app,
    {
      id: 'listOrganisations',
      path: '/networks/{network}/organisations',
      tag,
      summary: 'Members, parties and actors of a group',
      place: networkPlace,
      query: organisationListParameters,
      answer: organisationList,
    },
    async (call) => {
      const { limit, cursor, country, kind } = call.query
      const after = cursor === undefined ? {} : { after: readCursor(organisationCursor, cursor) }
      const { context, network } = await readNetworkCall(application, call)
      const [rows, counted] = await Promise.all([
        listNetworkOrganisations(context, network.id, { country, kind, ...after, limit: limit + 1 }),
        countNetworkOrganisations(context, network.id, { country, kind }, mostCounted + 1),
      ])
      return answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: (row) => entryOf(addressOf(network.slug, row.slug), row),
        cursorAfter: (row) => writeCursor([row.country, row.slug]),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findOrganisation',
      path: '/networks/{network}/organisations/{slug}',
      tag,
      summary: 'One member, party or actor of a group',
      place: organisationPlace,
      query: organisationParameters,
      answer: organisationRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const [known] = await listNetworkOrganisations(context, network.id, { slug: call.place.slug, limit: 1 })
      if (!known) notFound(call.place.slug)
      const [record, ties, interests, roles, activities] = await Promise.all([
        findOrganisation(context, known.slug),
        listCooperationsOf(context, network.id, known.id),
        listInterestsOf(context, known.id),
        listNetworksOf(context, known.id),
        listEventsWith(context, known.id),
      ])
      const interest = interests.find((each) => each.networkId === network.id)
      const notes = await listNotes(context, [known.id, ...(interest ? [interest.id] : [])], network.id)
      const answer = organisationResponse(baseUrl, record)
      return {
        ...answer,
        url: addressOf(network.slug, known.slug),
        about: plainText(record.about),
        cooperations: ties.map(({ slug, part }) => ({ slug, part })),
        figures: notes
          .filter(({ kind }) => kind === 'figure')
          .map(({ label, value }) => ({ label: plainText(label), value })),
        resources: notes
          .filter(({ kind }) => kind === 'resource')
          .map(({ label, url }) => ({ label: plainText(label), url })),
        seeks: interest
          ? { seeks: plainText(interest.seeks), offers: plainText(interest.offers), themes: interest.themes }
          : null,
        roles: roles
          .filter((role) => role.slug === network.slug)
          .map(({ role, heldFrom, heldUntil }) => ({ role, from: heldFrom, until: heldUntil })),
        activities: activities
          .filter((activity) => activity.networkId === network.id)
          .map(({ id, slug, title, happens }) => ({ id, slug, title: plainText(title), when: happens })),
        text_states: {
          ...answer.text_states,
          ...(interest
            ? textStatesOf({ 'seeks/seeks': interest.seeks, 'seeks/offers': interest.offers })
            : {}),
        },
      }
    },
  )
}

function entryOf(url: string, row: NetworkOrganisation) {
  const { id, slug, name, shortName, country, kind, codes, latitude, longitude, ties, seeks, updatedAt } = row
  return {
    id,
    slug,
    url,
    updated_at: updatedAt.toISOString(),
    name,
    short_name: shortName,
    country,
    kind,
    codes,
    location: latitude === null || longitude === null ? null : { latitude, longitude },
    cooperations: ties,
    seeks_partner: seeks,
  }
}
