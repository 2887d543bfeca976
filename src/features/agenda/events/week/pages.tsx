import type { FastifyInstance } from 'fastify'
import { describeDate } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../../networks/index.ts'
import { daysInWords } from '../../planning/day-words.ts'
import { dayAfter } from '../../planning/side.ts'
import { zonedYears } from '../../zoned-time.ts'
import { daysOfWeek, mondayOf, weekOf } from '../calendar/iso-week.ts'
import { findCalendarDays } from '../calendar/queries.ts'
import { Steps } from '../calendar/steps.tsx'
import { renderAgendaView } from '../frame.tsx'
import { type EventFilter, eventParameters, readFilter, viewParameters } from '../list/event-filter.ts'
import { paths } from '../paths.ts'
import { WeekCalendar } from './week-page.tsx'

/** A week of the agenda by the hours of every side. */
export function addWeekRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, {
    config: { kept: cachedByNetwork([...eventParameters, 'week', 'day']) },
  })
  pages.get('/:language/:network/agenda/week', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const filter = readFilter(request.query)
    const monday = readMonday(parameterOf(request.query, 'week')) ?? mondayOf(weekOf(reader.today).week) ?? ''
    const { week, number } = weekOf(monday)
    const sunday = dayAfter(monday, 6)
    const day = parameterOf(request.query, 'day') ?? ''
    const days = await findCalendarDays(context, network, filter, { from: monday, to: sunday })
    return renderAgendaView(visit, {
      view: 'week',
      filter,
      title: reader.t('agenda.week.title', {
        number,
        days: daysInWords(reader, monday, sunday),
        year: sunday.slice(0, 4),
      }),
      lead: reader.t('agenda.calendar.lead', {
        day: describeDate(reader.today, reader.interfaceLanguage),
      }),
      description: reader.t('agenda.list.lead'),
      noindex: days.events.length === 0 || reader.now !== null,
      kept: { week },
      day: monday,
      children: (
        <>
          <Steps label={reader.t('agenda.week.steps')} {...stepsFrom(reader, network.slug, filter, monday)} />
          <WeekCalendar
            network={network}
            filter={filter}
            week={week}
            monday={monday}
            day={daysOfWeek(monday).includes(day) ? day : null}
            days={days}
          />
        </>
      ),
    })
  })
}

function readMonday(text: string | undefined): string | null {
  const year = Number(text?.slice(0, 4))
  return text !== undefined && year >= zonedYears.from && year <= zonedYears.to ? mondayOf(text) : null
}

function stepsFrom(reader: Reader, network: string, filter: EventFilter, monday: string) {
  const step = (day: string) => {
    const { week, number } = weekOf(day)
    return {
      label: reader.t('agenda.week.before', { number }),
      href: paths.view(reader, network, 'week', { ...viewParameters(filter), week }),
      week,
    }
  }
  const [before, now, after] = [step(dayAfter(monday, -7)), step(reader.today), step(dayAfter(monday, 7))]
  return {
    before: readMonday(before.week) === null ? null : before,
    now: now.week === weekOf(monday).week ? null : { ...now, label: reader.t('agenda.week.now') },
    after: readMonday(after.week) === null ? null : after,
  }
}
