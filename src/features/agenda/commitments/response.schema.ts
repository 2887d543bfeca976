import { z } from 'zod'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { attendances, eventKinds } from '../events/codes.ts'
import { outcomesBelow } from './codes.ts'

/** What an event needs to be held, and who has committed themselves, as the API answers it. */
export const criticalMassResponse = named(
  'CriticalMass',
  z.object({
    until: z.iso.date().describe('The last day on which authorities commit themselves'),
    closes_on: z.iso.date().describe('The same, or the day before an event that was moved ahead of it'),
    countries: z.array(
      z.object({
        country: z.string(),
        least: z.int().describe('Authorities that are needed of it; 0 for none in particular'),
        authorities: z.int(),
        people: z.int(),
      }),
    ),
    total: z.int().nullable().describe('Authorities that are needed in all'),
    authorities: z.int(),
    people: z.int(),
    committed: z.array(
      z.object({ organisation: z.string().describe('Slug'), country: z.string(), people: z.int() }),
    ),
    below: z.enum(outcomesBelow),
    smaller: z.object({
      kind: z.enum(eventKinds).nullable(),
      attendance: z.enum(attendances).nullable(),
      words: inLanguages,
      when: z.string().nullable().describe('EDTF'),
      starts_at: z.string().nullable(),
      ends_at: z.string().nullable(),
      zone: z.string().nullable(),
      place: z.string().nullable().describe('Slug'),
      venue: inLanguages,
    }),
    text_states: statesOfTexts,
  }),
)
