import { cityOf } from '../../../../../platform/dates/index.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { weekdayInWords } from '../../../planning/day-words.ts'
import type { DayLook } from '../../calendar/day-notes.ts'
import type { PlacedEvent } from '../../calendar/day-place.ts'
import type { CalendarEvent } from '../../calendar/queries.ts'
import { wholeDay } from '../../calendar/views/day-heading.ts'
import { DayNotes } from '../../calendar/views/day-note.tsx'
import { EventChip } from '../../calendar/views/event-chip.tsx'
import type { OtherClock, WeekDay } from '../week-hours.ts'
import { HourColumn, type Hours } from './hour-column.tsx'
import { WeekGrid } from './week-grid.tsx'

export interface WeekDrawn {
  network: string
  /** The reader’s own side first, and its zone. */
  countries: readonly string[]
  own: string
  week: readonly WeekDay<CalendarEvent>[]
  /** What takes whole days. */
  whole: readonly PlacedEvent<CalendarEvent>[]
  looks: ReadonlyMap<string, DayLook>
  hours: Hours
  /** The day that a telephone shows. */
  chosen: string
}

/** Seven days abreast, the hours of every side beside them; one day alone on a telephone. */
export function WeekDays(drawn: WeekDrawn) {
  const { own, week, hours } = drawn
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
        <Day key={day.day} drawn={drawn} day={day} usual={usual} />
      ))}
    </div>
  )
}

interface DayProps {
  drawn: WeekDrawn
  day: WeekDay<CalendarEvent>
  usual: readonly OtherClock[]
}

function Day({ drawn, day, usual }: DayProps) {
  const reader = useReader()
  const { network, countries, own, whole, looks, hours, chosen } = drawn
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
        <p class="week-common">{commonWords(drawn, day)}</p>
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
