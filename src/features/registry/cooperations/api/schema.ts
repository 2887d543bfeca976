import { z } from 'zod'
import { named } from '../../../../platform/http/api/named-schema.ts'
import { country } from '../../../../platform/http/api/parameters.ts'
import { day, edtf, entryId, organisation } from '../../../../platform/records/api/program-fields.ts'
import { programText } from '../../../../platform/records/api/program-text.ts'
import { eventKinds, eventRoles, eventStates, firmnesses } from '../../../agenda/events/index.ts'
import { themes } from '../../../networks/index.ts'
import { agreementKinds, agreementStates, intentions, statuses } from '../../codes.ts'
import { programNotes } from '../../program-notes.ts'
import { longestActivityTitle, longestFrame } from '../forms/activity-fields.tsx'
import { longestRole } from '../forms/actor-form.tsx'
import { longestObject, longestSignatory, longestTitle } from '../forms/agreement-fields.tsx'
import { longestProspect } from '../forms/prospect-form.tsx'
import { longestReason } from '../forms/status-form.tsx'
import { longestSummary } from '../forms/summary-form.tsx'
import { capacities } from '../record/field-words.ts'

const most = 200

const agreement = z.strictObject({
  id: entryId,
  parent: z
    .string()
    .max(100)
    .nullable()
    .default(null)
    .describe('Id of the agreement beneath which this one was made'),
  kind: z.enum(agreementKinds).describe('none: a source says that there is no agreement'),
  title: programText(longestTitle).default({}),
  object: programText(longestObject).default({}),
  planned_amount: z
    .string()
    .regex(/^\d{1,12}(?:\.\d{1,2})?$/, { error: 'an amount as in 1200000.50' })
    .nullable()
    .default(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'a currency in three capital letters, as in EUR' })
    .nullable()
    .default(null),
  parties: z
    .array(z.strictObject({ slug: organisation, signatory: programText(longestSignatory).default({}) }))
    .max(40)
    .default([]),
  steps: z
    .array(z.strictObject({ id: entryId, state: z.enum(agreementStates), on: edtf }))
    .max(40)
    .default([])
    .describe('Its life, oldest first'),
})

const activity = z.strictObject({
  id: entryId,
  kind: z.enum(eventKinds),
  title: programText(longestActivityTitle),
  when: edtf,
  state: z.enum(eventStates),
  firmness: z.enum(firmnesses).nullable().default(null).describe('How firm a plan is'),
  guest_countries: z.array(country()).max(40).default([]),
  place: organisation.nullable().default(null),
  frame: programText(longestFrame)
    .default({})
    .describe('The fair, programme or crossed year in which it stands'),
  organisations: z
    .array(z.strictObject({ slug: organisation, role: z.enum(eventRoles).default('participant') }))
    .max(60)
    .default([]),
})

const status = z.strictObject({
  id: entryId,
  status: z.enum(statuses),
  intention: z.enum(intentions).nullable().default(null),
  stated_on: day,
  reason: programText(longestReason).default({}),
})

/** A cooperation as programs write it: the content of its forms, named as in the Cooperation that they read. */
export const cooperationInput = named(
  'CooperationDocument',
  z.strictObject({
    parties: z
      .array(
        z.strictObject({
          slug: organisation,
          capacity: z
            .enum(capacities)
            .default('party')
            .describe('ecosystem: linked to the tie without being a party'),
        }),
      )
      .max(40)
      .refine((parties) => parties.some(({ capacity }) => capacity === 'party'), {
        error: 'one party at least',
      }),
    summary: programText(longestSummary),
    since: edtf,
    standings: z.array(status).max(most).describe('What was said of its state, each on a day'),
    themes: z.array(z.enum(themes)).max(themes.length),
    wished_themes: z
      .array(z.enum(themes))
      .max(themes.length)
      .describe('Themes that the parties would like to add'),
    agreements: z.array(agreement).max(most),
    activities: z.array(activity).max(most),
    actors: z
      .array(z.strictObject({ slug: organisation, role: programText(longestRole).default({}) }))
      .max(most),
    prospects: z
      .array(z.strictObject({ id: entryId, text: programText(longestProspect), horizon: edtf }))
      .max(most),
    notes: programNotes.describe('Figures, links, and ties with countries outside the group'),
  }),
)

export type CooperationInput = z.output<typeof cooperationInput>

const summary = { fr: { text: 'Jumelage autour de la porcelaine.', state: 'original' } }
const added = {
  parties: [{ slug: 'limoges' }, { slug: 'icheon' }],
  summary,
  since: '2015',
  agreements: [{ kind: 'twinning', steps: [{ state: 'signed', on: '2015-11' }] }],
}

/** A small change of a cooperation, a new and a whole one, as the description of the API shows them. */
export const cooperationExample = {
  patch: { summary, themes: ['culture', 'crafts_ceramics'] },
  added,
  whole: {
    ...added,
    standings: [{ status: 'active', stated_on: '2026-03-12' }],
    themes: ['culture'],
    wished_themes: [],
    activities: [],
    actors: [],
    prospects: [],
    notes: [],
  },
}
