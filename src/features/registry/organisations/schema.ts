import { z } from 'zod'
import { placeText } from '../../../platform/http/api/cursor.ts'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { country, oneOf, slug } from '../../../platform/http/api/parameters.ts'
import { kindsOf, organisationSchema } from '../../directory/index.ts'
import { networkPlace, seenOn, themes } from '../../networks/index.ts'

export const organisationPlace = networkPlace.extend({ slug: slug().describe('Slug of the organisation') })
export const organisationListParameters = z.object({
  country: country().optional().describe('ISO 3166-1 alpha-2'),
  kind: oneOf(kindsOf(null)).optional().describe('Kind of authority or body'),
  ...sliceParameters,
  ...seenOn,
})
export const organisationParameters = z.object({ ...seenOn })
export const organisationCursor = z.tuple([placeText, placeText])

export const organisationEntry = named(
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

export const organisationList = named('OrganisationList', listOf(organisationEntry))

export const organisationRecord = named(
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
