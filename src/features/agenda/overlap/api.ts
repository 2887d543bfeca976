import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { zoneOf } from '../../../platform/dates/index.ts'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import type { Application } from '../../../platform/http/application.ts'
import { readAgendaCall, requirePeriod } from '../call.ts'
import { asKnownOn, knownDay } from '../holidays/schema.ts'
import { listSides } from '../planning/queries.ts'
import { countries } from '../planning/schema.ts'
import { commonSlots, type OfficeSide, type Slot, usualHours } from './slots.ts'

const mostDays = 92

/** When the offices of several countries are open at once, for programs. */
export function addOverlapApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'findOverlap',
      path: '/overlap',
      tag: 'agenda',
      summary:
        'When the offices of several countries are open at once, by office hours and working days as known',
      place: z.object({}),
      query: overlapParameters,
      answer: overlapList,
      scope: () => null,
    },
    async (call) => {
      const { query } = call
      const { from, to, limit, countries } = query
      requirePeriod(from, to, mostDays)
      const { context, ...known } = await readAgendaCall(application, call)
      const sides = await listSides(context, {
        countries,
        from,
        to,
        ...known,
        places: query.place ?? [],
      })
      const offices = sides.map((side, index) => ({
        side,
        zone: zoneOf(side.country),
        hours: query.hours?.[index] ?? usualHours,
      }))
      const slots = commonSlots(offices, from, to)
      const begun = query.cursor === undefined ? 0 : readCursor(z.int().min(0), query.cursor)
      return answerList(application, call.request, {
        rows: slots.map((slot, index) => ({ slot, index })).slice(begun, begun + limit + 1),
        limit,
        counted: slots.length,
        item: ({ slot }) => slotAnswer(slot, offices),
        cursorAfter: ({ index }) => writeCursor(index + 1),
      })
    },
  )
}

function slotAnswer({ start, end }: Slot, offices: readonly OfficeSide[]) {
  return {
    start: start.toString(),
    end: end.toString(),
    clocks: offices.map(({ side: { country }, zone }) => ({
      country,
      zone,
      start: start.toZonedDateTimeISO(zone).toString({ smallestUnit: 'minute' }),
      end: end.toZonedDateTimeISO(zone).toString({ smallestUnit: 'minute' }),
    })),
  }
}

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

const overlapParameters = z.object({
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

const overlapList = named(
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
