import { writeDay } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { dayAfter } from '../../planning/side.ts'
import { wholeDay } from '../calendar/day-heading.ts'
import { DayNotes } from '../calendar/day-note.tsx'
import type { DayLook } from '../calendar/day-notes.ts'
import { EventChip } from '../calendar/event-chip.tsx'
import type { CalendarEvent } from '../calendar/queries.ts'
import type { Bar, MonthDay, MonthGrid, MonthWeek } from './month-grid.ts'

export interface MonthDrawn {
  network: string
  /** The reader’s own side first. */
  countries: readonly string[]
  looks: ReadonlyMap<string, DayLook>
  grid: MonthGrid<CalendarEvent>
  caption: string
  /** The list of all events of a day. */
  dayHref: (day: string) => string
  weekHref: (week: string) => string
}

/** As many as fit in a cell; the list of the day has the others. */
const mostInCell = 5

/** The month as a table: a row of days for each week, beneath it the events of several days, then those of one day. */
export function MonthTable(rendered: MonthDrawn) {
  const reader = useReader()
  const { grid, caption } = rendered
  const monday = grid.weeks[0]?.days[0]?.day ?? reader.today
  return (
    <table class="month" data-arrows>
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="month-number">
            <abbr title={reader.t('agenda.month.week')}>{reader.t('agenda.month.weekShort')}</abbr>
          </th>
          {Array.from({ length: 7 }, (_, index) => (
            <th key={index} scope="col">
              {weekdayName(reader, dayAfter(monday, index))}
            </th>
          ))}
        </tr>
      </thead>
      {grid.weeks.map((week) => (
        <Week key={week.week} drawn={rendered} week={week} />
      ))}
    </table>
  )
}

function Week({ drawn: rendered, week }: { drawn: MonthDrawn; week: MonthWeek<CalendarEvent> }) {
  const reader = useReader()
  const { looks, weekHref } = rendered
  return (
    <tbody>
      <tr class="month-days">
        <th scope="rowgroup" rowspan={week.lanes.length + 2} class="month-number" id={week.week}>
          <a href={weekHref(week.week)}>
            <span class="visually-hidden">{reader.t('agenda.month.week')} </span>
            {week.number}
          </a>
        </th>
        {week.days.map(({ day, isInMonth }) => (
          <th
            key={day}
            scope="col"
            id={idOf(day)}
            class={`${looks.get(day)?.classes}${isInMonth ? '' : ' day-beside'}`}
          >
            <time datetime={day} class="day-number">
              <span aria-hidden="true">{Number(day.slice(8))}</span>
              <span class="visually-hidden">{wholeDay(reader, day)}</span>
            </time>
            {day === reader.today ? <span class="day-now"> {reader.t('agenda.month.today')}</span> : null}
            <DayNotes notes={looks.get(day)?.notes ?? []} />
          </th>
        ))}
      </tr>
      {week.lanes.map((lane, index) => (
        <tr key={index} class="month-bars">
          <Lane drawn={rendered} week={week} lane={lane} />
        </tr>
      ))}
      <tr class="month-events">
        {week.days.map((day) => (
          <DayCell key={day.day} drawn={rendered} week={week.week} day={day} />
        ))}
      </tr>
    </tbody>
  )
}

interface LaneProps {
  drawn: MonthDrawn
  week: MonthWeek<CalendarEvent>
  lane: Bar<CalendarEvent>[]
}

function Lane({ drawn: rendered, week, lane }: LaneProps) {
  const { network, countries, looks } = rendered
  const free = (from: number, to: number) =>
    week.days
      .slice(from, to)
      .map(({ day }) => <td key={day} class={looks.get(day)?.classes} headers={idOf(day)} />)
  const ends = lane.map(({ start, length }) => start + length)
  return (
    <>
      {lane.flatMap((bar, index) => [
        ...free(ends[index - 1] ?? 0, bar.start),
        <td
          key={bar.placed.event.key}
          colspan={bar.length}
          headers={`${week.week} ${week.days
            .slice(bar.start, bar.start + bar.length)
            .map(({ day }) => idOf(day))
            .join(' ')}`}
          class={`bar-cell${bar.comesFromBefore ? ' bar-before' : ''}${bar.goesOn ? ' bar-on' : ''}`}
        >
          <EventChip network={network} countries={countries} event={bar.placed.event} />
        </td>,
      ])}
      {free(ends.at(-1) ?? 0, 7)}
    </>
  )
}

function DayCell({
  drawn: rendered,
  week,
  day,
}: {
  drawn: MonthDrawn
  week: string
  day: MonthDay<CalendarEvent>
}) {
  const reader = useReader()
  const { network, countries, looks, dayHref } = rendered
  const more = day.events.length - mostInCell
  return (
    <td
      headers={`${week} ${idOf(day.day)}`}
      class={`${looks.get(day.day)?.classes}${day.isInMonth ? '' : ' day-beside'}`}
    >
      {day.events.length > 0 ? (
        <ul>
          {day.events.slice(0, more > 0 ? mostInCell - 1 : mostInCell).map(({ event }) => (
            <li key={event.key}>
              <EventChip network={network} countries={countries} event={event} />
            </li>
          ))}
          {more > 0 ? (
            <li>
              <a class="day-more" href={dayHref(day.day)}>
                {reader.t('agenda.list.andMore', { count: more + 1 })}
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </td>
  )
}

const idOf = (day: string) => `day-${day}`

function weekdayName({ interfaceLanguage }: Reader, day: string): string {
  return writeDay(interfaceLanguage, day, weekdayShape)
}

const weekdayShape = { weekday: 'long' } as const
