import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { zoneOf } from '../../../platform/dates/index.ts'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { readAgendaCall, requirePeriod } from '../call.ts'
import { listSides } from '../planning/queries.ts'
import { overlapList, overlapParameters } from './schema.ts'
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
