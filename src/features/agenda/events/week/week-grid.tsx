import { cityOf } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { weekdayInWords } from '../../planning/day-words.ts'
import { EventChip } from '../calendar/event-chip.tsx'
import type { CalendarEvent } from '../calendar/queries.ts'
import { type OtherClock, type Stretch, stretchOn, type WeekDay } from './week-hours.ts'

/** How high an hour is, in letters of the page: large enough for a finger. */
const hourHeight = 2.75

interface WeekGridProps {
  network: string
  countries: readonly string[]
  own: string
  day: WeekDay<CalendarEvent>
  hours: Hours
  /** The other sides’ clocks beside the grid; a day on which they differ shows its own. */
  usual: readonly { zone: string; difference: number }[]
}

/** The hours of a day: offices as shades, the other side’s midnight, and events at their instants. */
export function WeekGrid({ network, countries, own, day, hours, usual }: WeekGridProps) {
  const place = (stretch: Stretch) => ({ y: rem(stretch.from, hours), height: height(stretch) })
  const share = 100 / day.open.length
  const whole = `${(hours.to - hours.from) * hourHeight}rem`
  return (
    <div class="week-grid">
      <svg width="100%" height={whole} aria-hidden="true" focusable="false">
        {day.open.map((stretches, side) =>
          stretches.map((stretch) => (
            <rect
              key={`${side} ${stretch.from}`}
              class={`week-open side-${side + 1}`}
              x={`${side * share}%`}
              width={`${share}%`}
              {...place(stretch)}
            />
          )),
        )}
        {day.together.map((slot) => {
          const stretch = stretchOn(day.day, own, slot)
          return stretch ? (
            <rect key={stretch.from} class="week-together" x="0" width="100%" {...place(stretch)} />
          ) : null
        })}
        {Array.from({ length: hours.to - hours.from }, (_, index) => (
          <rect key={index} class="week-hour" x="0" width="100%" y={`${index * hourHeight}rem`} height="1" />
        ))}
        {day.others.map((other, index) => (
          <OtherHours
            key={other.zone}
            day={day.day}
            hours={hours}
            other={other}
            usual={usual[index]?.difference ?? other.difference}
          />
        ))}
      </svg>
      <svg class="week-blocks" role="none" width="100%" height={whole}>
        {day.blocks.map(({ event, column, columns, ...stretch }) => (
          <foreignObject
            key={event.key}
            x={`${(column * 100) / columns}%`}
            width={`${100 / columns}%`}
            {...place(stretch)}
          >
            <div class="week-block">
              <EventChip network={network} countries={countries} event={event} isWhole />
            </div>
          </foreignObject>
        ))}
      </svg>
    </div>
  )
}

interface OtherHoursProps {
  day: string
  hours: Hours
  other: OtherClock
  /** What the grid does not hold. */
  usual: number
}

/** The hours of another side where they are not those beside the grid, and where its date changes. */
function OtherHours({ day, hours, other, usual }: OtherHoursProps) {
  const reader = useReader()
  const { zone, difference, midnight, atHours } = other
  const city = chooseName(cityOf(zone), reader.language).text
  const isShown = midnight !== null && midnight > hours.from * 60 && midnight < hours.to * 60
  const there = Temporal.PlainDate.from(day)
    .add({ days: difference < 0 ? 0 : 1 })
    .toString()
  return (
    <>
      {atHours.map((minutes, hour) =>
        hour < hours.from || hour >= hours.to || minutes === hour * 60 + usual ? null : (
          <text
            key={hour}
            class="week-other"
            x="100%"
            dx="-4"
            text-anchor="end"
            y={`${(hour - hours.from) * hourHeight + 1}rem`}
          >
            {clockAt(minutes)}
          </text>
        ),
      )}
      {isShown ? (
        <>
          <rect class="week-midnight" x="0" width="100%" y={rem(midnight, hours)} height="2" />
          <text class="week-other" x="4" y={rem(midnight + 22, hours)}>
            {reader.t('agenda.week.midnight', { day: weekdayInWords(reader, there), city })}
          </text>
        </>
      ) : null}
    </>
  )
}

function rem(minutes: number, hours: Hours): string {
  return `${round((minutes / 60 - hours.from) * hourHeight)}rem`
}

function height({ from, to }: Stretch): string {
  return `${round(((to - from) / 60) * hourHeight)}rem`
}

const round = (value: number) => Math.round(value * 1000) / 1000

/** The hours of the reader's own clock that are shown. */
export interface Hours {
  from: number
  to: number
}

interface HourColumnProps {
  zone: string
  hours: Hours
  difference: number
}

/** The hours of a side beside the grid, with a mark where its date changes. */
export function HourColumn({ zone, hours, difference }: HourColumnProps) {
  const reader = useReader()
  return (
    <div class="week-clock">
      <p>{chooseName(cityOf(zone), reader.language).text}</p>
      <ol>
        {Array.from({ length: hours.to - hours.from }, (_, index) => {
          const minutes = (hours.from + index) * 60 + difference
          const shift = Math.floor(minutes / (24 * 60))
          return (
            <li key={index}>
              {clockAt(minutes)}
              {shift === 0 ? null : (
                <span class="clock-shift">
                  {' '}
                  {reader.t(shift > 0 ? 'ui.clock.later' : 'ui.clock.earlier', { days: Math.abs(shift) })}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** `17:00`, of minutes since some midnight. */
function clockAt(minutes: number): string {
  const inDay = ((minutes % (24 * 60)) + 24 * 60) % (24 * 60)
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
