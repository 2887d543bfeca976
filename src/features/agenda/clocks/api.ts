import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { cityOf, readClocks } from '../../../platform/dates/index.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { clockAnswer, clockParameters } from './schema.ts'

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
