import { cityOf, zoneOf } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { keptHtml } from '../../../../ui/kept-html.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { byOwnSide } from '../../../directory/index.ts'
import { weekdayInWords } from '../../planning/day-words.ts'
import { dayAfter, sideOf } from '../../planning/side.ts'
import { wholeDay } from '../calendar/day-heading.ts'
import { Closures, DayNotes } from '../calendar/day-note.tsx'
import { type DayLook, dayLooks, longClosures } from '../calendar/day-notes.ts'
import { type PlacedEvent, placeEvents } from '../calendar/day-place.ts'
import { EventChip, VagueEvents } from '../calendar/event-chip.tsx'
import { daysOfWeek } from '../calendar/iso-week.ts'
import type { CalendarDays, CalendarEvent } from '../calendar/queries.ts'
import { type EventFilter, viewParameters } from '../list/event-filter.ts'
import { paths } from '../paths.ts'
import { HourColumn, type Hours, WeekGrid } from './week-grid.tsx'
import { hoursShown, type OtherClock, type WeekDay, weekDays } from './week-hours.ts'

interface WeekProps {
  network: { slug: string; countries: readonly string[] }
  filter: EventFilter
  week: string
  monday: string
  /** The day that a telephone shows; null for today, or the first one with something. */
  day: string | null
  days: CalendarDays
}

/** A week by the hours of every side; rendered once as long as nothing changes. */
export function WeekCalendar(props: WeekProps) {
  const reader = useReader()
  const { network, week, day, days, filter } = props
  const under = JSON.stringify([reader.language, reader.today, reader.now, network.slug, week, day, filter])
  // The inserted HTML was rendered from vnodes: every text in it is escaped.
  const __html = keptHtml(days, under, () => <Drawn {...props} />)
  return <div class="week-page" dangerouslySetInnerHTML={{ __html }} />
}

// « en 2018 » touches every week of the year: what is vaguer than a month appears in the month and in the list.
const vaguest = 31

function Drawn({ network, filter, week, monday, days, ...asked }: WeekProps) {
  const reader = useReader()
  const { t } = reader
  const countries = byOwnSide(reader, network.countries)
  const all = daysOfWeek(monday)
  const sunday = all.at(-1) ?? monday
  const clocks = countries.map((country) => ({
    side: days.sides.find((side) => side.country === country) ?? sideOf(country, []),
    zone: zoneOf(country),
  }))
  const sides = clocks.map(({ side }) => side)
  const own = clocks[0]?.zone ?? 'UTC'
  const placed = placeEvents(days.events, own, { from: monday, to: sunday })
  const timed = placed.filter(({ event }) => event.startsAt !== null)
  const whole = placed.filter(({ event, isExact }) => event.startsAt === null && isExact)
  const drawnWeek = weekDays(
    clocks,
    all,
    timed.map(({ event }) => event),
  )
  const busy = all.find((each) => [...timed, ...whole].some(({ from, to }) => from <= each && to >= each))
  const chosen = asked.day ?? (all.includes(reader.today) ? reader.today : (busy ?? monday))
  const address = (day: string) =>
    paths.view(reader, network.slug, 'week', { ...viewParameters(filter), week, day })
  return (
    <>
      <ul class="week-differences">{differenceWords(reader, own, drawnWeek)}</ul>
      <Closures closures={longClosures(sides, monday, sunday)} />
      {days.areHolidaysKnown ? null : <p class="quiet">{t('agenda.error.period')}</p>}
      {days.isCut ? <p class="attention">{t('agenda.calendar.cut', { count: days.events.length })}</p> : null}
      {timed.length + whole.length === 0 ? <p class="quiet">{t('agenda.week.empty')}</p> : null}
      <VagueEvents
        network={network.slug}
        countries={countries}
        id="within"
        title={t('agenda.week.within')}
        placed={placed.filter(({ from, to, isExact }) => !isExact && to <= dayAfter(from, vaguest))}
      />
      <nav class="week-switch" aria-label={t('agenda.week.days')}>
        <ul>
          {all.map((day) => (
            <li key={day}>
              <a href={address(day)} aria-current={day === chosen ? 'true' : undefined}>
                {weekdayInWords(reader, day)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <WeekDays
        network={network.slug}
        countries={countries}
        own={own}
        week={drawnWeek}
        whole={whole}
        looks={dayLooks(sides, all, reader.today)}
        hours={hoursShown(drawnWeek)}
        chosen={chosen}
      />
      <ul class="week-legend" aria-label={t('agenda.week.legend')}>
        {clocks.map(({ zone }, index) => (
          <li key={zone}>
            <span class={`week-sample sample-${index + 1}`} />{' '}
            {t('agenda.week.open', { city: city(reader, zone) })}
          </li>
        ))}
        <li>
          <span class="week-sample sample-together" /> {t('agenda.week.together')}
        </li>
      </ul>
    </>
  )
}

/** By how much the other clocks differ, and from which day of the week by how much else. */
function differenceWords(reader: Reader, own: string, week: readonly WeekDay<unknown>[]) {
  const first = week[0]?.others ?? []
  return first.map(({ zone, difference }, index) => {
    const changed = week.find(({ others }) => others[index]?.difference !== difference)
    const words = { city: city(reader, zone), own: city(reader, own) }
    return (
      <li key={zone}>
        {reader.t('agenda.week.ahead', { ...words, difference: hoursInWords(reader, difference) })}
        {changed
          ? ` · ${reader.t('agenda.week.changes', {
              ...words,
              difference: hoursInWords(reader, changed.others[index]?.difference ?? difference),
              day: weekdayInWords(reader, changed.day),
            })}`
          : null}
      </li>
    )
  })
}

/** « +7 h », « −5:30 h » */
function hoursInWords({ t }: Reader, minutes: number): string {
  const rest = Math.abs(minutes) % 60
  const hours = Math.floor(Math.abs(minutes) / 60)
  const shown = `${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
  return t('agenda.week.difference', { hours: shown })
}

function city(reader: Reader, zone: string): string {
  return chooseName(cityOf(zone), reader.language).text
}

interface WeekDrawn {
  network: string
  /** The reader’s own side first, and its zone. */
  countries: readonly string[]
  own: string
  week: readonly WeekDay<CalendarEvent>[]
  /** Events of whole days. */
  whole: readonly PlacedEvent<CalendarEvent>[]
  looks: ReadonlyMap<string, DayLook>
  hours: Hours
  /** The day that a telephone shows. */
  chosen: string
}

/** Seven days side by side, the hours of every side beside them; a single day on a telephone. */
function WeekDays(rendered: WeekDrawn) {
  const { own, week, hours } = rendered
  const usual = week[0]?.others ?? []
  return (
    <div class="week" data-arrows>
      <div class="week-clocks" aria-hidden="true">
        <HourColumn zone={own} hours={hours} difference={0} />
        {usual.map(({ zone, difference }) => (
          <HourColumn key={zone} zone={zone} hours={hours} difference={difference} />
        ))}
      </div>
      {week.map((day) => (
        <Day key={day.day} drawn={rendered} day={day} usual={usual} />
      ))}
    </div>
  )
}

interface DayProps {
  drawn: WeekDrawn
  day: WeekDay<CalendarEvent>
  usual: readonly OtherClock[]
}

function Day({ drawn: rendered, day, usual }: DayProps) {
  const reader = useReader()
  const { network, countries, own, whole, looks, hours, chosen } = rendered
  const look = looks.get(day.day)
  const on = whole.filter(({ from, to }) => from <= day.day && to >= day.day)
  return (
    <section
      class={`week-day ${look?.classes}${day.day === chosen ? ' is-chosen' : ''}`}
      aria-labelledby={`day-${day.day}`}
    >
      <div class="week-head">
        <h2 id={`day-${day.day}`}>
          <time datetime={day.day}>
            <span aria-hidden="true">{weekdayInWords(reader, day.day)}</span>
            <span class="visually-hidden">{wholeDay(reader, day.day)}</span>
          </time>
          {day.day === reader.today ? <span class="day-now"> {reader.t('agenda.month.today')}</span> : null}
        </h2>
        <DayNotes notes={look?.notes ?? []} />
        <p class="week-common">{commonWords(rendered, day)}</p>
      </div>
      <ul class="week-whole">
        {on.map(({ event, from, to }) => (
          <li key={event.key} class="bar-cell">
            <EventChip network={network} countries={countries} event={event} />
            {from < to ? (
              <span class="cell-note">
                {reader.t('agenda.week.dayOf', {
                  number: daysBetween(from, day.day) + 1,
                  count: daysBetween(from, to) + 1,
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <WeekGrid network={network} countries={countries} own={own} day={day} hours={hours} usual={usual} />
    </section>
  )
}

/** « Heures communes : 09:00–11:00 (16:00–18:00 à Séoul) » */
function commonWords({ own }: WeekDrawn, { together, others }: WeekDay<CalendarEvent>): string {
  const reader = useReader()
  if (together.length === 0) return reader.t('agenda.week.noCommon')
  const onClock = (zone: string) =>
    together
      .map(({ start, end }) => [start, end].map((at) => timeOn(at.toZonedDateTimeISO(zone))).join('–'))
      .join(', ')
  const elsewhere = others.map(({ zone }) =>
    reader.t('agenda.week.commonElsewhere', {
      hours: onClock(zone),
      city: chooseName(cityOf(zone), reader.language).text,
    }),
  )
  return reader.t('agenda.week.common', { hours: `${onClock(own)} (${elsewhere.join(', ')})` })
}

function timeOn(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' })
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days
}
