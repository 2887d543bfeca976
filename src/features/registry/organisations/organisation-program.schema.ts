import { z } from 'zod'
import { named } from '../../../platform/http/api/named-schema.ts'
import { country } from '../../../platform/http/api/parameters.ts'
import { day, organisation } from '../../../platform/records/api/program-fields.ts'
import { programText } from '../../../platform/records/api/program-text.ts'
import { themes } from '../../networks/index.ts'
import { programNotes } from '../program-notes.ts'
import { longestAbout } from './forms/about-form.tsx'
import { longestInterest } from './forms/interest-form.tsx'
import { longestName } from './forms/name-fields.tsx'

const names = z.record(z.string().max(40), z.string().trim().min(1).max(longestName))

/** An organisation as programs write it: the directory’s fields, and this group’s own share. */
export const organisationInput = named(
  'OrganisationDocument',
  z.strictObject({
    country: country().describe('ISO 3166-1 alpha-2; it stays once the organisation is there'),
    kind: z.string().max(60),
    name: names.describe('BCP 47 language tag → name'),
    short_name: names.describe('Where it differs from the name'),
    machine_names: z
      .array(z.string().max(40))
      .max(20)
      .describe('Languages whose name was made here and is seen in no source'),
    about: programText(longestAbout),
    codes: z.record(z.string().max(20), z.string().trim().min(1).max(40)).describe('Kind of code → code'),
    parent: organisation.nullable().default(null),
    population: z.int().min(0).max(2_000_000_000).nullable().default(null),
    population_year: z.int().min(0).max(2200).nullable().default(null),
    location: z
      .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .nullable()
      .default(null),
    valid_from: day.nullable().default(null),
    valid_until: day.nullable().default(null),
    seeks: z
      .strictObject({
        seeks: programText(longestInterest).default({}),
        offers: programText(longestInterest).default({}),
        themes: z.array(z.enum(themes)).max(themes.length).default([]),
      })
      .nullable()
      .default(null)
      .describe('What it seeks and offers in this group'),
    notes: programNotes.describe('Figures, links, and ties with countries outside the group'),
  }),
)

export type OrganisationInput = z.output<typeof organisationInput>

const added = {
  country: 'FR',
  kind: 'association',
  name: { fr: 'Les Amis de la Corée', en: 'Friends of Korea' },
}

/** A small change of an organisation, a new and a whole one, as the description of the API shows them. */
export const organisationExample = {
  patch: { about: { ko: { text: '도자기로 유명한 도시입니다.', state: 'reviewed' } } },
  added,
  whole: {
    ...added,
    short_name: {},
    machine_names: ['en'],
    about: {},
    codes: {},
    parent: 'limoges',
    notes: [{ kind: 'resource', label: { fr: { text: 'Site' } }, url: 'https://amis.example.org/' }],
  },
}
