import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { placeText, readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, listOf, mostCounted, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { country, oneOf, slug } from '../../../platform/http/api/parameters.ts'
import type { Application } from '../../../platform/http/application.ts'
import { plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { listEventsWith } from '../../agenda/events/index.ts'
import { findOrganisation, kindsOf, organisationResponse, organisationSchema } from '../../directory/index.ts'
import { listNetworksOf, networkPlace, readNetworkCall, seenOn, themes } from '../../networks/index.ts'
import { listInterestsOf } from '../interests/queries.ts'
import { listNotes } from '../notes/queries.ts'
import { permanentAddress } from '../paths.ts'
import {
  countNetworkOrganisations,
  listCooperationsOf,
  listNetworkOrganisations,
  type NetworkOrganisation,
} from './queries.ts'

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

const organisationPlace = networkPlace.extend({ slug: slug().describe('Slug of the organisation') })
const organisationListParameters = z.object({
  country: country().optional().describe('ISO 3166-1 alpha-2'),
  kind: oneOf(kindsOf(null)).optional().describe('Kind of authority or body'),
  ...sliceParameters,
  ...seenOn,
})
const organisationParameters = z.object({ ...seenOn })
const organisationCursor = z.tuple([placeText, placeText])

const organisationEntry = named(
  'OrganisationEntry',
  z.object({
    id: z.uuid(),
    slug: z.string(),
    url: z.url(),
    updated_at: z.iso.datetime(),
    name: inLanguages,
    short_name: inLanguages.describe('Where it differs from the name'),
    country: z.string(),
    kind: z.string(),
    codes: z.record(z.string(), z.string()),
    location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    cooperations: z.int().describe('In how many cooperations of the group it is a party, or takes part'),
    seeks_partner: z.boolean(),
  }),
)

const organisationList = named('OrganisationList', listOf(organisationEntry))

const organisationRecord = named(
  'Organisation',
  organisationSchema.extend({
    about: inLanguages,
    figures: z.array(z.object({ label: inLanguages, value: z.string().nullable() })),
    resources: z.array(z.object({ label: inLanguages, url: z.string().nullable() })),
    cooperations: z.array(
      z.object({
        slug: z.string(),
        part: z
          .enum(['party', 'ecosystem', 'actor', 'member'])
          .describe('member: a commune of this body is the party, not it'),
      }),
    ),
    seeks: z
      .object({ seeks: inLanguages, offers: inLanguages, themes: z.array(z.enum(themes)) })
      .nullable()
      .describe('What it seeks and offers in this group'),
    roles: z
      .array(
        z.object({
          role: z.string(),
          from: z.string().nullable().describe('EDTF'),
          until: z.string().nullable().describe('EDTF'),
        }),
      )
      .describe('Its roles in this group'),
    activities: z.array(
      z.object({ id: z.uuid(), slug: z.string(), title: inLanguages, when: z.string().nullable() }),
    ),
  }),
)
