import type { FastifyInstance } from 'fastify'
import { describeDate } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { keptByNetwork, readNetworkRequest } from '../../../networks/index.ts'
import { zonedYears } from '../../clocks/zoned-time.ts'
import { findCalendarDays } from '../calendar/queries.ts'
import { Steps } from '../calendar/views/steps.tsx'
import { type EventFilter, eventParameters, readFilter } from '../list/filter.ts'
import { viewParameters } from '../list/views/event-filters.tsx'
import { drawAgendaView } from '../page.tsx'
import { paths } from '../paths.ts'
import { monthBounds } from './month-grid.ts'
import { MonthCalendar } from './views/month-page.tsx'

/** A month of the agenda as a calendar. */
export function addMonthRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork([...eventParameters, 'month']) } })
  pages.get('/:language/:network/agenda/month', readNetworkRequest, async (asked) => {
    const { request, context, reader, network } = asked
    const filter = readFilter(request.query)
    const month = readMonth(parameterOf(request.query, 'month')) ?? reader.today.slice(0, 7)
    const bounds = monthBounds(month)
    const days = await findCalendarDays(context, network, filter, bounds)
    const name = describeDate(month, reader.interfaceLanguage)
    const title = reader.t('agenda.month.title', { month: name })
    return drawAgendaView(asked, {
      view: 'month',
      filter,
      title,
      lead: reader.t('agenda.calendar.lead', {
        day: describeDate(reader.today, reader.interfaceLanguage),
      }),
      description: reader.t('agenda.list.lead'),
      noindex: days.events.length === 0 || reader.now !== null,
      kept: { month },
      day: bounds.first,
      children: (
        <>
          <Steps label={reader.t('agenda.month.steps')} {...stepsFrom(reader, network.slug, filter, month)} />
          <MonthCalendar network={network} filter={filter} month={month} days={days} caption={title} />
        </>
      ),
    })
  })
}

/** A month such as `2017-10`, in years whose clocks are known; null for anything else. */
function readMonth(text: string | undefined): string | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? '') ?? []
  if (year === undefined || Number(year) < zonedYears.from || Number(year) > zonedYears.to) return null
  return `${year}-${month}`
}

function stepsFrom(reader: Reader, network: string, filter: EventFilter, month: string) {
  const step = (other: string) => ({
    label: describeDate(other, reader.interfaceLanguage),
    href: paths.view(reader, network, 'month', { ...viewParameters(filter), month: other }),
  })
  const shifted = (months: number) =>
    readMonth(Temporal.PlainYearMonth.from(month).add({ months }).toString()) ?? null
  const [before, after, now] = [shifted(-1), shifted(1), reader.today.slice(0, 7)]
  return {
    before: before === null ? null : step(before),
    now: now === month ? null : { ...step(now), label: reader.t('agenda.month.now') },
    after: after === null ? null : step(after),
  }
}
