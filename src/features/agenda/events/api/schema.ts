import { z } from 'zod'
import { named } from '../../../../platform/http/api/named-schema.ts'
import { country, slug } from '../../../../platform/http/api/parameters.ts'
import { edtf, organisation, webAddress } from '../../../../platform/records/api/program-fields.ts'
import { programText } from '../../../../platform/records/api/program-text.ts'
import { themes } from '../../../networks/index.ts'
import { criticalMassInput } from '../../commitments/critical-mass-program.schema.ts'
import { missionInput } from '../../missions/mission-program.schema.ts'
import { recurrenceInput } from '../../recurrence/recurrence-program.schema.ts'
import { attendances, eventKinds, eventRoles, eventStates, firmnesses } from '../codes.ts'
import { publications } from '../document/schema.ts'
import { longestFrame, longestSummary, longestTitle } from '../forms/about-form.tsx'
import { longestCredit, longestOrganisers } from '../forms/people-form.tsx'
import { longestVenue } from '../forms/place-form.tsx'
import { resourcesInput } from '../resources.schema.ts'
import { wallClock } from './wall-clock.ts'

const codes = z.array(z.string().regex(/^[a-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/)).max(20)

/** An event as programs write it. */
export const eventInput = named(
  'EventDocument',
  z.strictObject({
    kind: z.enum(eventKinds),
    title: programText(longestTitle),
    summary: programText(longestSummary).default({}),
    when: edtf,
    starts: wallClock.describe(
      'On the clock of the place where it was decided, with the offset where that clock shows the time twice; the day is that of when',
    ),
    ends: wallClock,
    previously: edtf.describe('The date before it was moved'),
    state: z.enum(eventStates),
    firmness: z.enum(firmnesses).nullable().default(null).describe('How firm a plan is; null for no plan'),
    place: organisation.nullable().default(null),
    venue: programText(longestVenue).default({}),
    attendance: z.enum(attendances).nullable().default(null),
    conference_url: webAddress.describe('For the people of the group alone'),
    frame: programText(longestFrame).default({}),
    organisers: programText(longestOrganisers)
      .default({})
      .describe('Who organises it, as said, beside organisations of the directory'),
    credit: programText(longestCredit).default({}).describe('Who proposed it'),
    link: webAddress.describe('Its page elsewhere'),
    resources: resourcesInput.default([]).describe('What one reads for it, in order'),
    guest_countries: z.array(country()).max(50).default([]),
    themes: z.array(z.enum(themes)).max(themes.length).default([]),
    languages: codes.default([]),
    interpretation: codes.default([]),
    organisations: z
      .array(z.strictObject({ slug: organisation, role: z.enum(eventRoles) }))
      .max(60)
      .default([]),
    cooperations: z.array(slug()).max(60).default([]).describe('Slugs of the ties that it concerns'),
    delegation: missionInput
      .nullable()
      .default(null)
      .describe('The sheet of a mission, a delegation received or a study visit; null for none'),
    recurrence: recurrenceInput
      .nullable()
      .default(null)
      .describe('How it comes back, from its own date and hours on; null for what takes place once'),
    critical_mass: criticalMassInput
      .nullable()
      .default(null)
      .describe('How many authorities must commit themselves, by when, and what happens with fewer'),
    visibility: z.enum(publications),
  }),
)

export type EventInput = z.output<typeof eventInput>

const added = {
  kind: 'seminar',
  title: { fr: { text: 'Séminaire sur les mobilités' } },
  when: '2026-12-02',
  starts: '2026-12-02T09:00[Europe/Paris]',
  state: 'planned',
  firmness: 'planned',
  organisations: [{ slug: 'limoges', role: 'host' }],
  visibility: 'public',
} as const

/** A small change of an event, a new and a whole one, as the description of the API shows them. */
export const eventExample = {
  patch: { state: 'cancelled' },
  added: { ...added, organisations: [...added.organisations] },
  whole: {
    ...added,
    ends: '2026-12-02T11:00[Europe/Paris]',
    organisations: [...added.organisations],
    cooperations: ['limoges-icheon'],
  },
}
