import { z } from 'zod'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { countries, zonedTime } from '../planning/schema.ts'

export const clockParameters = z.object({
  at: zonedTime().describe(
    'When, as in 2017-07-07T10:00[Europe/Paris], or an instant such as 2017-07-07T08:00Z',
  ),
  countries: countries().default(['FR', 'KR']).describe('Whose clocks, in this order, as in FR,KR'),
})

export const clockAnswer = named(
  'Clocks',
  z.object({
    instant: z.iso.datetime().describe('The same in UTC'),
    zone: z.string().describe('The zone in which the time was said'),
    is_skipped: z.boolean().describe('The clock skipped the hour that was said: it is read as the one after'),
    clocks: z.array(
      z.object({
        zone: z.string(),
        city: inLanguages,
        local: z.string().describe('Date and time of the wall clock, without offset'),
        date: z.iso.date(),
        time: z.string(),
        offset: z.string().describe('From UTC on that day'),
        day_shift: z.int().describe('How many days later than on the first clock; negative for earlier'),
      }),
    ),
  }),
)
