import { z } from 'zod'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import { networkPlace, seenOn, themes } from '../../networks/index.ts'
import { forms } from '../forms.ts'
import { answers, confidentialities, outcomes, reasons, states } from './expectation.ts'
import { ages, statuses } from './list/expectation-filter.ts'

export const expectationPlace = networkPlace.extend({ slug: slug().describe('Slug of the expectation') })
export const expectationQuery = z.object(seenOn)
export const expectationListQuery = z.object({
  q: z.string().max(200).optional().describe('Words of its title or text'),
  theme: z.enum(themes).optional(),
  status: z.enum(statuses).optional().describe('open: whatever is not closed'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('ISO 3166-1 alpha-2 of the asker'),
  age: z.enum(ages).optional().describe('late, or open for more than 30 or 90 days'),
  ...seenOn,
  ...sliceParameters,
})
export const expectationCursor = z.int().min(0).max(1_000_000)

const organisation = z.object({
  slug: z.string(),
  name: inLanguages,
  country: z.string(),
  kind: z.string(),
})

const expectation = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  asker: organisation.describe('Who expects it'),
  addressed_to: organisation.describe('The member of the network of which it is expected'),
  title: inLanguages,
  text: inLanguages,
  text_states: statesOfTexts,
  themes: z.array(z.enum(themes)),
  form: z.enum(forms),
  deadline: z.iso.date().nullable(),
  confidentiality: z
    .enum(confidentialities)
    .describe('concerned: asker, those asked and the secretariat; network: its people; public: everybody'),
  status: z
    .enum(states)
    .describe(
      'taken_up: by one at least that answers all of it; taken_up_in_part: by those alone that answer a part',
    ),
  stated_on: z.iso.date(),
  days_open: z.int(),
  late: z.boolean(),
  outcome: z.enum(outcomes).nullable(),
  closed_on: z.iso.date().nullable(),
  taken_up_by: z
    .array(organisation.extend({ in_part: z.boolean() }))
    .describe('Those first that take up all of it'),
}

export const expectationList = named(
  'ExpectationList',
  listOf(named('ExpectationEntry', z.object(expectation))),
)

export const expectationRecord = named(
  'Expectation',
  z.object({
    ...expectation,
    answers: z
      .array(
        z.object({
          organisation,
          relayed: z.boolean().describe('Asked by a relay, after the one addressed'),
          answer: z.enum(answers).nullable(),
          reason: z.enum(reasons).nullable(),
          words: inLanguages,
          answered_at: z.iso.datetime().nullable(),
        }),
      )
      .nullable()
      .describe('For those whom it concerns; null for others'),
  }),
)
