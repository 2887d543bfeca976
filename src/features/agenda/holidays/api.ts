import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { readAgendaCall, requirePeriod } from '../call.ts'
import { isCheckedCountry } from './checked-days.ts'
import type { Holiday } from './holiday.ts'
import { lookUpHolidays } from './queries.ts'
import { holidayList, holidayParameters } from './schema.ts'

// Checked countries are computed at once; the package takes up to 40 ms a year.
const mostDays = { checked: 16 * 366, unchecked: 3 * 366 }

/** The holidays of a country as known on a day, for programs. */
export function addHolidaysApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'listHolidays',
      path: '/holidays',
      tag: 'agenda',
      summary:
        'Holidays, substitutes, days decreed once, elections and days of single places, as known on any day',
      description:
        'France and Korea are checked by hand up to the release and follow the rules in force after it; other countries come from a package, unchecked, and do not say since when a day was known.',
      place: z.object({}),
      query: holidayParameters,
      answer: holidayList,
      scope: () => null,
    },
    async (call) => {
      const { query } = call
      const { country, from, to, limit } = query
      requirePeriod(from, to, isCheckedCountry(country) ? mostDays.checked : mostDays.unchecked)
      const { context, ...known } = await readAgendaCall(application, call)
      const holidays = await lookUpHolidays(context, { country, from, to, ...known })
      if (holidays === null)
        throw new WrongInput([
          { pointer: '/country', detail: `No holidays are known of the country ${country}` },
        ])
      const begun = query.cursor === undefined ? 0 : readCursor(z.int().min(0), query.cursor)
      return answerList(application, call.request, {
        rows: holidays.map((holiday, index) => ({ holiday, index })).slice(begun, begun + limit + 1),
        limit,
        counted: holidays.length,
        item: ({ holiday }) => holidayAnswer(holiday),
        cursorAfter: ({ index }) => writeCursor(index + 1),
      })
    },
  )
}

function holidayAnswer(holiday: Holiday) {
  return {
    country: holiday.country,
    date: holiday.date,
    name: holiday.name,
    kind: holiday.kind,
    day_off: holiday.isDayOff,
    regions: holiday.regions === null ? null : [...holiday.regions],
    known_on: holiday.knownOn,
    source: holiday.source.title,
    source_url: holiday.source.url,
    is_projected: holiday.isProjected,
    is_checked: holiday.isChecked,
  }
}
