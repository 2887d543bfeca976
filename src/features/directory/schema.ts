import { z } from 'zod'
import { listOf, sliceParameters } from '../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../platform/http/api/localized.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { country, day, oneOf, slug, words } from '../../platform/http/api/parameters.ts'
import { kindsOf } from './kind-name.ts'

export const directoryPlace = z.object({ slug: slug().describe('Slug of the organisation') })

export const directoryParameters = z.object({
  q: words()
    .optional()
    .describe('A name in any language or romanisation; best match first. Without it, the whole list'),
  country: country().optional().describe('ISO 3166-1 alpha-2'),
  kind: oneOf(kindsOf(null)).optional().describe('Kind of authority or body'),
  on: day().optional().describe('Only what existed on this day'),
  ...sliceParameters,
})

const related = z.object({
  slug: z.string(),
  name: inLanguages,
  country: z.string(),
  kind: z.string(),
  codes: z.record(z.string(), z.string()),
})

const succession = related.extend({
  change: z.string().describe('What happened, as in merger or code'),
  happened_on: z.iso.date().nullable(),
  reported_by: z.string().describe('law, dataset or press'),
  source: z.string(),
})

const transfer = related.extend({
  codes: z.record(z.string(), z.string()).describe('Codes of the organisation itself since that day'),
  happened_on: z.iso.date(),
  reported_by: z.string().describe('law, dataset or press'),
  source: z.string(),
})

/** A whole record of the directory. */
export const organisationSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  name: inLanguages,
  short_name: inLanguages.describe('Where it differs from the name'),
  country: z.string(),
  kind: z.string(),
  level: z.int().nullable(),
  codes: z
    .record(z.string(), z.string())
    .describe('Kind of code → code, as in cog, siren, kr, iso, on the day asked about'),
  parent: related.nullable().describe('What it lies in on the day asked about'),
  population: z.int().nullable(),
  population_year: z.int().nullable(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  valid_from: z.iso.date().nullable(),
  valid_until: z.iso.date().nullable().describe('The first day on which it exists no longer'),
  validity_reported_by: z.string().nullable(),
  entered_by: z
    .enum(['reference', 'group'])
    .describe('group: added by hand in a country group; else it stands in a reference file of the directory'),
  transfers: z.array(transfer).describe('When it came under another authority while it stayed itself'),
  predecessors: z.array(succession),
  successors: z.array(succession),
  text_states: statesOfTexts,
})

export const organisationRecord = named('DirectoryOrganisation', organisationSchema)

const match = named(
  'DirectoryMatch',
  organisationSchema.extend({
    score: z
      .number()
      .nullable()
      .describe('1 for the very name, above 0.5 where its words occur; null without q'),
    found: z.string().nullable().describe('The name by which it was found'),
  }),
)

export const directoryList = named(
  'DirectoryList',
  listOf(match).extend({
    asks_which: z.boolean().describe('Several different organisations bear exactly this name'),
    approximate: z.boolean().describe('Nothing bears these words: the answers are only alike'),
  }),
)
