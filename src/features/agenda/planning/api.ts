import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { anyReader, type Reader } from '../../../platform/i18n/reader.ts'
import { readAgendaCall } from '../call.ts'
import { isKnownPeriod, knownPeriod } from '../holidays/holiday.ts'
import {
  type Assessment,
  assessPlannedDate,
  daysOn,
  mostPlannedDays,
  type PlannedTime,
  type SideAssessment,
} from './planned-date.ts'
import { listSides } from './queries.ts'
import { plannedDate, planningParameters } from './schema.ts'
import { commonWords, sideWords } from './warning-words.ts'

/** Conflicts with a planned date, for programs. */
export function addPlanningApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'checkPlannedDate',
      path: '/planned-date',
      tag: 'agenda',
      summary:
        'What stands in the way of a planned date on each side, and the nearest days on which everybody works',
      place: z.object({}),
      query: planningParameters,
      answer: plannedDate,
      scope: () => null,
    },
    async (call) => {
      const { query } = call
      const planned = readPlanned(query)
      const days = daysOn(planned, 'UTC')
      const [from = '', to = ''] = [days[0], days.at(-1)]
      const { context, ...known } = await readAgendaCall(application, call)
      const sides = await listSides(context, {
        countries: query.countries,
        from,
        to,
        ...known,
        places: query.place ?? [],
      })
      return answerOf(application, assessPlannedDate(planned, sides))
    },
  )
}

function readPlanned({ from, to, start, end }: z.output<typeof planningParameters>): PlannedTime {
  if ((from === undefined) === (start === undefined))
    throw new WrongInput([
      { pointer: '/from', detail: 'Either from (a day) or start (a time with its zone) is needed' },
    ])
  const planned: PlannedTime | null =
    from !== undefined
      ? { from, to: to ?? from }
      : start !== undefined
        ? { start: start.instant, end: end?.instant ?? null }
        : null
  if (planned === null || isReversed(planned))
    throw new WrongInput([
      { pointer: from === undefined ? '/end' : '/to', detail: 'The end comes before the start' },
    ])
  return bounded(planned, from === undefined ? '/end' : '/to')
}

function isReversed(planned: PlannedTime): boolean {
  if ('from' in planned) return planned.to < planned.from
  return planned.end !== null && Temporal.Instant.compare(planned.end, planned.start) < 0
}

function bounded(planned: PlannedTime, pointer: string): PlannedTime {
  const length =
    'from' in planned
      ? Temporal.PlainDate.from(planned.from).until(planned.to, { largestUnit: 'days' }).days
      : (planned.end ?? planned.start).since(planned.start, { largestUnit: 'hours' }).hours / 24
  if (length >= mostPlannedDays)
    throw new WrongInput([{ pointer, detail: `A planned date has at most ${mostPlannedDays} days` }])
  const days = daysOn(planned, 'UTC')
  if (!isKnownPeriod(days[0] ?? '', days.at(-1) ?? ''))
    throw new WrongInput([
      { pointer, detail: `Holidays are known from ${knownPeriod.from} to ${knownPeriod.to}` },
    ])
  return planned
}

function answerOf(application: Application, assessment: Assessment) {
  const inWords = (say: (reader: Reader) => string) =>
    Object.fromEntries(
      interfaceLanguages.map((language) => [
        language,
        say(anyReader(language, application.translate(language), '')),
      ]),
    )
  return {
    grade: assessment.grade,
    sides: assessment.sides.map((side) =>
      sideAnswer(
        side,
        inWords((reader) => sideWords(reader, side)),
      ),
    ),
    last_common_working_day_before: assessment.commonBefore,
    first_common_working_day_after: assessment.commonAfter,
    words: inWords((reader) =>
      [reader.t(`agenda.grade.${assessment.grade}`), commonWords(reader, assessment)]
        .filter(Boolean)
        .join(' '),
    ),
  }
}

function sideAnswer(side: SideAssessment, words: Record<string, string>) {
  return {
    country: side.country,
    grade: side.grade,
    days: side.days,
    remarks: side.remarks.map((remark) => ({
      kind: remark.kind,
      date: remark.day,
      name: 'holiday' in remark ? remark.holiday.name : null,
    })),
    closed: side.closure,
    last_working_day_before: side.workingBefore,
    first_working_day_after: side.workingAfter,
    words,
  }
}
