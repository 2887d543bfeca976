import type { ComponentChildren } from 'preact'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { type ClockReading, cityOf, readClocks } from '../clocks.ts'
import type { Meeting } from '../meeting.ts'

interface MeetingClocksProps {
  reader: Reader
  countries: readonly string[]
  meeting: Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt' | 'zone'>
  /** What follows the last word: marks of evidence. */
  children?: ComponentChildren
}

/** When a meeting is on every side's clock, a line each, with the day on each side; the day alone where no hour is known. */
export function MeetingClocks({ reader, countries, meeting, children }: MeetingClocksProps) {
  const readings = readClocks(meeting, countries)
  if (readings.length === 0)
    return (
      <>
        <time datetime={meeting.heldOn}>{dayWords(reader, meeting.heldOn)}</time>
        {children}
      </>
    )
  return (
    <ul class="meeting-clocks">
      {readings.map((reading) => (
        <li key={reading.zone} class="meeting-clock">
          <ClockLine reader={reader} reading={reading}>
            {reading === readings.at(-1) ? children : null}
          </ClockLine>
        </li>
      ))}
    </ul>
  )
}

function ClockLine({
  reader,
  reading: { zone, start, end, ...shifts },
  children,
}: {
  reader: Reader
  reading: ClockReading
  children: ComponentChildren
}) {
  return (
    <>
      <span class="meeting-day">{dayOn(reader, start)}</span>{' '}
      <span class="clock">
        <time datetime={start.toString({ timeZoneName: 'never' })}>{timeOn(start)}</time>
        <Shift reader={reader} days={shifts.startShift} />
        {end ? (
          <>
            –<time datetime={end.toString({ timeZoneName: 'never' })}>{timeOn(end)}</time>
            {shifts.endShift === shifts.startShift ? null : <Shift reader={reader} days={shifts.endShift} />}
          </>
        ) : null}
      </span>{' '}
      <span>
        <City reader={reader} zone={zone} />
        {children}
      </span>
    </>
  )
}

function Shift({ reader, days }: { reader: Reader; days: number }) {
  if (days === 0) return null
  return (
    <span class="clock-shift">
      {' '}
      {reader.t(days > 0 ? 'minutes.clock.later' : 'minutes.clock.earlier', { days: Math.abs(days) })}
    </span>
  )
}

function City({ reader, zone }: { reader: Reader; zone: string }) {
  const name = cityOf(zone)
  return <Name reader={reader} name={name} own={zone === 'Asia/Seoul' ? 'ko' : undefined} />
}

/** The same in one line of plain words, for titles and mails: `7 juil. 2017, 10:00–17:00 Paris · 17:00–00:00 (+1 j) Séoul`. */
export function clockWords(
  reader: Reader,
  { countries, meeting }: Pick<MeetingClocksProps, 'countries' | 'meeting'>,
): string {
  const readings = readClocks(meeting, countries)
  const [first] = readings
  if (!first) return dayWords(reader, meeting.heldOn)
  const words = readings.map(({ zone, start, end, startShift, endShift }) => {
    const city = chooseName(cityOf(zone), reader.language).text
    const from = `${timeOn(start)}${shiftWords(reader, startShift)}`
    const until = end ? `–${timeOn(end)}${endShift === startShift ? '' : shiftWords(reader, endShift)}` : ''
    return `${from}${until} ${city}`
  })
  return `${dayOn(reader, first.start)}, ${words.join(' · ')}`
}

/** The same with a line for each clock, and the day on each. */
export function clockLines(
  reader: Reader,
  { countries, meeting }: Pick<MeetingClocksProps, 'countries' | 'meeting'>,
): string[] {
  const readings = readClocks(meeting, countries)
  if (readings.length === 0) return [dayWords(reader, meeting.heldOn)]
  return readings.map(({ zone, start, end, startShift, endShift }) => {
    const city = chooseName(cityOf(zone), reader.language).text
    const until = end ? `–${timeOn(end)}${endShift === startShift ? '' : shiftWords(reader, endShift)}` : ''
    return `${dayOn(reader, start)}, ${timeOn(start)}${until} ${city}`
  })
}

function shiftWords(reader: Reader, days: number): string {
  if (days === 0) return ''
  return ` (${reader.t(days > 0 ? 'minutes.clock.later' : 'minutes.clock.earlier', { days: Math.abs(days) })})`
}

function timeOn(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' })
}

function dayOn({ interfaceLanguage }: Reader, moment: Temporal.ZonedDateTime): string {
  return moment.toPlainDate().toLocaleString(interfaceLanguage === 'en' ? 'en-GB' : interfaceLanguage, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
}
