import { z } from 'zod'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import { asKnownOn, knownDay } from '../holidays/schema.ts'
import { countries } from '../planning/schema.ts'

const officeHours = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/, {
    error: 'hours of a day, as in 09:00-18:00',
  })
  .transform((text) => {
    const [from = '', to = ''] = text.split('-')
    return { from, to }
  })
  .refine(({ from, to }) => from < to, {
    error: 'hours of a day that end after they begin, as in 09:00-18:00',
  })

export const overlapParameters = z.object({
  countries: countries().describe('Whose offices, as in FR,KR; days are those of the first one'),
  from: knownDay().describe('First day'),
  to: knownDay().describe('Last day, at most three months later'),
  hours: z
    .array(officeHours)
    .max(6, { error: 'hours for each country at most' })
    .optional()
    .describe('Office hours of each country in their order, on its own clock: 09:00-18:00 when left out'),
  place: z
    .array(slug())
    .max(20, { error: 'at most 20 places' })
    .optional()
    .describe('Slugs of authorities that take part, for the days of their places'),
  network: slug().optional().describe('A country group whose added days count too'),
  ...asKnownOn,
  ...sliceParameters,
})

export const overlapList = named(
  'SlotList',
  listOf(
    named(
      'Slot',
      z.object({
        start: z.iso.datetime(),
        end: z.iso.datetime(),
        clocks: z.array(
          z.object({
            country: z.string(),
            zone: z.string(),
            start: z.string().describe('Local date and time with offset and zone'),
            end: z.string(),
          }),
        ),
      }),
    ),
  ),
)
