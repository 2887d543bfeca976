import { cityOf } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../ui/reader.tsx'

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
export function clockAt(minutes: number): string {
  const inDay = ((minutes % (24 * 60)) + 24 * 60) % (24 * 60)
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
