import type { ComponentChildren } from 'preact'
import { cityOf, type Hours, readWallClocks, type WallReading } from '../../platform/dates/index.ts'
import { writeDay } from '../../platform/i18n/formatters.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { Name } from './name.tsx'

interface ClocksProps {
  /** The countries of the clocks, in this order. */
  countries: readonly string[]
  hours: Hours
}

/** Hours on every side’s clock, a line each, with the day on each side. */
export function ClockLines({
  countries,
  hours,
  children,
}: ClocksProps & {
  /** The text after the last word: marks of evidence. */
  children?: ComponentChildren
}) {
  const readings = readWallClocks(hours, countries)
  return (
    <ul class="clock-lines">
      {readings.map((reading) => (
        <li key={reading.zone} class="clock-line">
          <ClockLine reading={reading}>{reading === readings.at(-1) ? children : null}</ClockLine>
        </li>
      ))}
    </ul>
  )
}

function ClockLine({
  reading: { zone, start, end, ...shifts },
  children,
}: {
  reading: WallReading
  children: ComponentChildren
}) {
  const reader = useReader()
  return (
    <>
      <span class="clock-line-day">{dayOn(reader, start.day)}</span>{' '}
      <span class="clock">
        <time datetime={start.datetime}>{start.time}</time>
        <Shift days={shifts.startShift} />
        {end ? (
          <>
            –<time datetime={end.datetime}>{end.time}</time>
            {shifts.endShift === shifts.startShift ? null : <Shift days={shifts.endShift} />}
          </>
        ) : null}
      </span>{' '}
      <span>
        <City zone={zone} />
        {children}
      </span>
    </>
  )
}

function Shift({ days }: { days: number }) {
  const reader = useReader()
  return days === 0 ? null : <span class="clock-shift"> {shiftOf(reader, days)}</span>
}

function City({ zone }: { zone: string }) {
  return <Name name={cityOf(zone)} own={zone === 'Asia/Seoul' ? 'ko' : undefined} />
}

/**
 * Hours on every side’s clock in one line of plain words, for titles and mails: `7 juil. 2017, 10:00–17:00 Paris · 17:00–00:00 (+1 j)
 * Séoul`.
 */
export function clockWords(reader: Reader, { countries, hours }: Omit<ClocksProps, 'reader'>): string {
  const readings = readWallClocks(hours, countries)
  const words = readings.map(({ zone, start, end, startShift, endShift }) => {
    const city = chooseName(cityOf(zone), reader.language).text
    const from = `${start.time}${shiftWords(reader, startShift)}`
    const until = end ? `–${end.time}${endShift === startShift ? '' : shiftWords(reader, endShift)}` : ''
    return `${from}${until} ${city}`
  })
  return readings[0] ? `${dayOn(reader, readings[0].start.day)}, ${words.join(' · ')}` : ''
}

function shiftWords(reader: Reader, days: number): string {
  return days === 0 ? '' : ` (${shiftOf(reader, days)})`
}

function shiftOf({ t }: Reader, days: number): string {
  return t(days > 0 ? 'ui.clock.later' : 'ui.clock.earlier', { days: Math.abs(days) })
}

function dayOn({ interfaceLanguage }: Reader, day: string): string {
  return writeDay(interfaceLanguage, day, dayShape)
}

const dayShape = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
