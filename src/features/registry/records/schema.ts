import { z } from 'zod'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { eventKinds } from '../../agenda/events/index.ts'
import { themes } from '../../networks/index.ts'
import { agreementKinds, agreementStates, confirmations, intentions, statuses } from '../codes.ts'

const edtf = z.string().nullable().describe('EDTF')

export const partySchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: inLanguages,
  short_name: inLanguages.describe('Where it differs from the name'),
  country: z.string().describe('ISO 3166-1 alpha-2'),
  kind: z.string(),
  codes: z.record(z.string(), z.string()).describe('Kind of code → code, as in cog, siren, kr, iso'),
  capacity: z.enum(['party', 'ecosystem']).describe('ecosystem: linked to the tie without being a party'),
  location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
})

const agreementSchema = z.object({
  id: z.uuid(),
  kind: z.enum(agreementKinds).describe('none: a source says that there is no agreement'),
  state: z.enum(agreementStates).nullable(),
  signed_on: edtf,
  title: inLanguages,
  object: inLanguages,
  parties: z.array(z.string()).describe('Slugs'),
  parent: z.uuid().nullable().describe('The agreement beneath which other bodies made this one'),
  steps: z
    .array(z.object({ state: z.enum(agreementStates), on: edtf, words: inLanguages }))
    .describe('Its life, oldest first'),
  planned_amount: z.string().nullable(),
  currency: z.string().nullable(),
})

const activitySchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  kind: z.enum(eventKinds),
  title: inLanguages,
  when: edtf,
  words: inLanguages.describe('The date as the source says it'),
  state: z.enum(['past', 'planned', 'cancelled']),
  firmness: z.enum(['planned', 'intention', 'idea', 'hope']).nullable().describe('How firm a plan is'),
  frame: inLanguages.describe('The fair, programme or crossed year in which it stands'),
  place: z.string().nullable().describe('Slug'),
  organisations: z.array(z.object({ slug: z.string(), role: z.string() })),
  cooperations: z.array(z.string()).describe('Slugs of all cooperations that it concerns'),
})

export const locatorSchema = z.object({
  heading: z.array(z.string()),
  paragraph: z.int(),
  start: z.int(),
  end: z.int(),
  sha256: z.string(),
  page: z.int().nullable(),
})

const evidenceSchema = z.object({
  field: z.string().describe('The place in this record that it speaks of, as in agreements/0'),
  source: z.string().describe('Slug of the source'),
  source_url: z.string().nullable(),
  locator: locatorSchema.nullable().describe('Where in the source: at most two sentences'),
  stance: z.enum(['supports', 'contradicts']),
  label: z.string().nullable().describe('What this source calls it'),
})

const disputeSchema = z.object({
  field: z.string(),
  values: z.array(
    z.object({
      value: z.union([z.string(), inLanguages]),
      source: z.string().nullable(),
      rank: z.enum(['preferred', 'normal', 'deprecated']),
    }),
  ),
  note: inLanguages,
})

/** A cooperation as programs read it: the contract of the API. */
export const cooperationSchema = named(
  'Cooperation',
  z.object({
    id: z.uuid(),
    slug: z.string(),
    url: z.url(),
    updated_at: z.iso.datetime(),
    listed: z.boolean().describe('Presented by the group as one of its cooperations'),
    status: z.enum(statuses),
    intention: z.enum(intentions).nullable(),
    confirmation: z
      .enum(confirmations)
      .describe('Whether the other side has confirmed the tie, or a party says that it is wrong'),
    claimed_by: z
      .string()
      .nullable()
      .describe('Slug of the party on whose word the tie was recorded; null for what the group recorded'),
    stated: z
      .object({ status: z.enum(statuses), on: z.iso.date() })
      .nullable()
      .describe('What somebody said last of its state'),
    last_exchange_on: z.iso.date().nullable(),
    parties: z.array(partySchema),
    since: edtf,
    since_words: inLanguages,
    agreements: z.array(agreementSchema).describe('Empty when no source says anything'),
    themes: z.array(z.enum(themes)),
    wished_themes: z.array(z.enum(themes)).describe('Themes that the parties would like to add'),
    actors: z.array(z.string()).describe('Slugs'),
    actor_roles: z
      .array(
        z.object({
          slug: z.string(),
          name: inLanguages,
          country: z.string(),
          kind: z.string(),
          role: inLanguages,
        }),
      )
      .describe('The same actors, with what they do'),
    activities: z.array(activitySchema),
    prospects: z.array(z.object({ text: inLanguages, horizon: edtf })),
    figures: z.array(z.object({ label: inLanguages, value: z.string().nullable() })),
    resources: z.array(z.object({ label: inLanguages, url: z.string().nullable() })),
    summary: inLanguages,
    inherited: z
      .object({
        from: z.string(),
        to: z.string(),
        on: z.iso.date(),
        reference: inLanguages,
        confirmed_on: z.string().nullable(),
      })
      .nullable()
      .describe('The tie came from an authority that ended; its successor has yet to confirm it'),
    evidence: z.array(evidenceSchema),
    disputed: z.array(disputeSchema),
    text_states: statesOfTexts,
  }),
)

export type CooperationAnswer = z.input<typeof cooperationSchema>

export const cooperationArray = named('CooperationArray', z.array(cooperationSchema))
