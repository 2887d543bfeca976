import { zoneOf } from '../../../../../platform/dates/index.ts'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { keptHtml } from '../../../../../ui/kept-html.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { byOwnSide } from '../../../../directory/index.ts'
import { daysFrom } from '../../../planning/side.ts'
import { dayLooks, longClosures } from '../../calendar/day-notes.ts'
import { placeEvents } from '../../calendar/day-place.ts'
import type { CalendarDays } from '../../calendar/queries.ts'
import { Closures } from '../../calendar/views/closures.tsx'
import { VagueEvents } from '../../calendar/views/vague-events.tsx'
import type { EventFilter } from '../../list/filter.ts'
import { viewParameters } from '../../list/views/event-filters.tsx'
import { paths } from '../../paths.ts'
import { monthBounds, monthGrid } from '../month-grid.ts'
import { MonthDays } from './month-days.tsx'
import { MonthTable } from './month-table.tsx'

interface MonthProps {
  network: { slug: string; countries: readonly string[] }
  filter: EventFilter
  month: string
  days: CalendarDays
  caption: string
}

/** A month as a calendar, and beneath it what has no day in it; drawn once for as long as nothing changes. */
export function MonthCalendar(props: MonthProps) {
  const reader = useReader()
  const { network, month, days, filter } = props
  const under = [reader.language, reader.today, reader.now, network.slug, month, JSON.stringify(filter)].join(
    ' ',
  )
  // What is put in was drawn from vnodes: every text in it is escaped.
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
