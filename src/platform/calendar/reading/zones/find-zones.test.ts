import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneComponent } from '../../writing/zone-rules.ts'
import { readComponents } from '../components.ts'
import { fileClock } from './find-zones.ts'
import { worldClock } from './zone-clock.ts'

const clockOf = (component: string) => {
  const [calendar] = readComponents(`BEGIN:VCALENDAR\r\n${component}END:VCALENDAR\r\n`, [])
  return fileClock(calendar!.parts[0]!)!
}

test('shows by the written rules of any zone what the zone itself shows, at any moment of their years', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const moments = fc.date({ min: new Date('1975-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(zones, moments, (zone, date) => {
      const [written, world] = [clockOf(zoneComponent(zone, [1975, 2049])), worldClock(zone)!]
      const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime())
      const wall = world.wallOf(instant)
      expect(written.wallOf(instant).toString()).toBe(wall.toString())
      expect(written.instantOf(wall).toString()).toBe(world.instantOf(wall).toString())
    }),
    { numRuns: 200 },
  )
})

const rulesSince = (year: string, rule = 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU') =>
  [
    'BEGIN:VTIMEZONE',
    'TZID:Hôtel de ville',
    'BEGIN:STANDARD',
    `DTSTART:${year}1001T030000`,
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    `DTSTART:${year}0301T020000`,
    rule,
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    '',
  ].join('\r\n')

// The first onset is DTSTART itself, which is none of Paris’s in 1996: no instant before November. 29 October 1601 was the last Sunday of one kind of year, 31 October 1602 of another: each year has rules that begin in it.
test('follows rules from whatever year they begin in, in any year since', () => {
  const paris = worldClock('Europe/Paris')!
  fc.assert(
    fc.property(
      fc.constantFrom('0000', '0001', '0004', '1601', '1900', '1970', '1996'),
      fc.date({ min: new Date('1996-11-01'), max: new Date('2150-01-01'), noInvalidDate: true }),
      (year, date) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime())
        expect(clockOf(rulesSince(year)).wallOf(instant).toString()).toBe(paris.wallOf(instant).toString())
      },
    ),
    { numRuns: 100 },
  )
})

test('goes on with what a rule that has ended brought last', () => {
  const clock = clockOf(rulesSince('1950', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=19600401T000000Z'))
  expect(clock.instantOf(Temporal.PlainDateTime.from('2017-07-07T12:00')).toString()).toBe(
    '2017-07-07T11:00:00Z',
  )
})

test.each(['RRULE:FREQ=YEARLY;BYMONTH=13', 'RRULE:FREQ=SECONDLY', 'RRULE:FREQ=DAILY'])(
  'tells no hour by %s',
  (rule) => {
    const [calendar] = readComponents(`BEGIN:VCALENDAR\r\n${rulesSince('1601', rule)}END:VCALENDAR\r\n`, [])
    expect(fileClock(calendar!.parts[0]!)).toBeNull()
  },
)

test('reads an hour that the clock skips with the offset before, and the first of two that are alike', () => {
  const paris = clockOf(zoneComponent('Europe/Paris', [2017, 2017]))
  const at = (wall: string) => paris.instantOf(Temporal.PlainDateTime.from(wall)).toString()
  expect(at('2017-03-26T02:30')).toBe('2017-03-26T01:30:00Z')
  expect(at('2017-10-29T02:30')).toBe('2017-10-29T00:30:00Z')
  expect(at('2017-10-29T03:00')).toBe('2017-10-29T02:00:00Z')
})
