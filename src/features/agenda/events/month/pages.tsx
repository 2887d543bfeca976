import type { FastifyInstance } from 'fastify'
import { describeDate, zoneOf } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { keptHtml } from '../../../../ui/kept-html.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { byOwnSide } from '../../../directory/index.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../../networks/index.ts'
import { daysFrom } from '../../planning/side.ts'
import { zonedYears } from '../../zoned-time.ts'
import { wholeDay } from '../calendar/day-heading.ts'
import { Closures, DayNotes } from '../calendar/day-note.tsx'
import { dayLooks, longClosures } from '../calendar/day-notes.ts'
import { placeEvents } from '../calendar/day-place.ts'
import { EventChip, VagueEvents } from '../calendar/event-chip.tsx'
import { type CalendarDays, findCalendarDays } from '../calendar/queries.ts'
import { Steps } from '../calendar/steps.tsx'
import { renderAgendaView } from '../frame.tsx'
import { type EventFilter, eventParameters, readFilter, viewParameters } from '../list/event-filter.ts'
import { paths } from '../paths.ts'
import { monthBounds, monthGrid } from './month-grid.ts'
import { type MonthDrawn, MonthTable } from './month-table.tsx'

/** A month of the agenda as a calendar. */
export function addMonthRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, {
    config: { kept: cachedByNetwork([...eventParameters, 'month']) },
  })
  pages.get('/:language/:network/agenda/month', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const filter = readFilter(request.query)
    const month = readMonth(parameterOf(request.query, 'month')) ?? reader.today.slice(0, 7)
    const bounds = monthBounds(month)
    const days = await findCalendarDays(context, network, filter, bounds)
    const name = describeDate(month, reader.interfaceLanguage)
    const title = reader.t('agenda.month.title', { month: name })
    return renderAgendaView(visit, {
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

interface MonthProps {
  network: { slug: string; countries: readonly string[] }
  filter: EventFilter
  month: string
  days: CalendarDays
  caption: string
}

/** A month as a calendar, and beneath it the events without a day in it; rendered once as long as nothing changes. */
function MonthCalendar(props: MonthProps) {
  const reader = useReader()
  const { network, month, days, filter } = props
  const under = [reader.language, reader.today, reader.now, network.slug, month, JSON.stringify(filter)].join(
    ' ',
  )
  // The inserted HTML was rendered from vnodes: every text in it is escaped.
  const __html = keptHtml(days, under, () => <Drawn {...props} />)
  return <div class="month-page" dangerouslySetInnerHTML={{ __html }} />
}

function Drawn({ network, filter, month, days, caption }: MonthProps) {
  const reader = useReader()
  const { t } = reader
  const countries = byOwnSide(reader, network.countries)
  const bounds = monthBounds(month)
  const zone = zoneOf(countries[0] ?? 'FR')
  const ofSide = countries.flatMap((code) => days.sides.filter(({ country }) => country === code))
  const grid = monthGrid(month, placeEvents(days.events, zone, bounds))
  const own = { reader, network: network.slug, countries }
  const drawn = {
    ...own,
    grid,
    caption,
    looks: dayLooks(ofSide, daysFrom(bounds.from, bounds.to), reader.today),
    dayHref: (day: string) =>
      paths.view(reader, network.slug, 'list', { ...viewParameters({ ...filter, from: day, to: day }) }),
    weekHref: (week: string) => paths.view(reader, network.slug, 'week', { ...viewParameters(filter), week }),
  }
  const isEmpty =
    grid.within.length + grid.wider.length === 0 &&
    grid.weeks.every(
      ({ lanes, days: each }) => lanes.length === 0 && each.every(({ events }) => events.length === 0),
    )
  return (
    <>
      <Closures closures={longClosures(ofSide, bounds.first, bounds.last)} />
      {days.areHolidaysKnown ? null : <p class="quiet">{t('agenda.error.period')}</p>}
      {days.isCut ? <p class="attention">{t('agenda.calendar.cut', { count: days.events.length })}</p> : null}
      <MonthTable {...drawn} />
      <MonthDays {...drawn} />
      {isEmpty ? (
        <EmptyState
          title={t('agenda.month.empty')}
          why={t('agenda.calendar.emptyWhy')}
          next={
            <a href={paths.view(reader, network.slug, 'list', { when: 'all' })}>
              {t('agenda.list.emptyAll')}
            </a>
          }
        />
      ) : null}
      <VagueEvents {...own} id="within" title={t('agenda.month.within')} placed={grid.within} />
      <VagueEvents {...own} id="wider" title={t('agenda.month.wider')} placed={grid.wider} />
      <p class="quiet month-undated">
        <a href={paths.view(reader, network.slug, 'list', { ...viewParameters(filter), when: 'all' })}>
          {t('agenda.calendar.undated')}
        </a>
      </p>
    </>
  )
}

/** The days of the month that have something, one under another: for a telephone. */
function MonthDays({ network, countries, looks, grid }: MonthDrawn) {
  const reader = useReader()
  const days = grid.weeks.flatMap((week) =>
    week.days
      .filter(({ isInMonth }) => isInMonth)
      .map(({ day, events }, index) => ({
        day,
        notes: looks.get(day)?.notes ?? [],
        // What lasts several days is listed on the first of them that is shown.
        events: [
          ...week.lanes
            .flat()
            .filter(
              ({ placed }) => placed.from === day || (index === 0 && placed.from < day && placed.to >= day),
            )
            .map(({ placed }) => placed),
          ...events,
        ],
      })),
  )
  const told = days.filter(({ notes, events }) => notes.length > 0 || events.length > 0)
  return (
    <ol class="month-list">
      {told.map(({ day, notes, events }) => (
        <li key={day} class={looks.get(day)?.classes}>
          <h2>
            <time datetime={day}>{wholeDay(reader, day)}</time>
            {day === reader.today ? <span class="day-now"> {reader.t('agenda.month.today')}</span> : null}
          </h2>
          <DayNotes notes={notes} />
          {events.length > 0 ? (
            <ul>
              {events.map(({ event, from, to }) => (
                <li key={event.key}>
                  <EventChip network={network} countries={countries} event={event} />
                  {from < to ? (
                    <span class="cell-note">
                      {reader.t('agenda.month.until', { day: wholeDay(reader, to) })}
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
