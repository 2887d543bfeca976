import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { cityOf, readClocks } from '../../platform/dates/index.ts'
import { inLanguages } from '../../platform/http/api/localized.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import type { Application } from '../../platform/http/application.ts'
import { countries, zonedTime } from './planning/schema.ts'

/** The wall clocks of all sides, for programs. */
export function addClocksApi(app: FastifyInstance, _application: Application): void {
  addOperation(
    app,
    {
      id: 'readClocks',
      path: '/clocks',
      tag: 'agenda',
      summary: 'An instant, or a local time with its zone, on the wall clock of every side',
      place: z.object({}),
      query: clockParameters,
      answer: clockAnswer,
      scope: () => null,
    },
    async ({ query: { at, countries } }) => ({
      instant: at.instant.toString(),
      zone: at.zone,
      is_skipped: at.isSkipped,
      clocks: readClocks(
        { startsAt: new Date(at.instant.epochMilliseconds), endsAt: null, zone: at.zone },
        countries,
      ).map(({ zone, start, startShift }) => ({
        zone,
        city: cityOf(zone),
        local: start.toPlainDateTime().toString({ smallestUnit: 'minute' }),
        date: start.toPlainDate().toString(),
        time: start.toPlainTime().toString({ smallestUnit: 'minute' }),
        offset: start.offset,
        day_shift: startShift,
      })),
    }),
  )
}

const clockParameters = z.object({
  at: zonedTime().describe(
    'When, as in 2017-07-07T10:00[Europe/Paris], or an instant such as 2017-07-07T08:00Z',
  ),
  countries: countries().default(['FR', 'KR']).describe('Whose clocks, in this order, as in FR,KR'),
})

const clockAnswer = named(
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
