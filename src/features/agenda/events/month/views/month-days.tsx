import { useReader } from '../../../../../ui/reader.tsx'
import { wholeDay } from '../../calendar/views/day-heading.ts'
import { DayNotes } from '../../calendar/views/day-note.tsx'
import { EventChip } from '../../calendar/views/event-chip.tsx'
import type { MonthDrawn } from './month-table.tsx'

/** The days of the month that have something, one under another: for a telephone. */
export function MonthDays({ network, countries, looks, grid }: MonthDrawn) {
  const reader = useReader()
  const days = grid.weeks.flatMap((week) =>
    week.days
      .filter(({ isInMonth }) => isInMonth)
      .map(({ day, events }, index) => ({
        day,
        notes: looks.get(day)?.notes ?? [],
        // What lasts several days stands on the first of them that is shown.
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
