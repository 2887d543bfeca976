import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourTrouble, instantOf, instantsOf, readClocks, readWallClocks, zoneOf, zonesFor } from './clocks.ts'

const countries = ['FR', 'KR']
const shown = (startsAt: string, endsAt: string | null = null, zone = 'Europe/Paris') =>
  readClocks({ startsAt: new Date(startsAt), endsAt: endsAt ? new Date(endsAt) : null, zone }, countries).map(
    ({ zone: at, start, end, startShift, endShift }) => [
      at,
      start.toPlainDateTime().toString({ smallestUnit: 'minute' }),
      startShift,
      end?.toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null,
      endShift,
    ],
  )

test('shows the meeting of 7 July 2017 ending on the next day in Seoul', () => {
  const [start, end] = ['10:00', '17:00'].map((time) =>
    instantOf('2017-07-07', time, 'Europe/Paris').toString(),
  )
  expect(shown(start ?? '', end)).toEqual([
    ['Europe/Paris', '2017-07-07T10:00', 0, '2017-07-07T17:00', 0],
    ['Asia/Seoul', '2017-07-07T17:00', 0, '2017-07-08T00:00', 1],
  ])
})

test('marks the next day where a meeting begins on it, and follows the clocks of winter', () => {
  expect(shown(instantOf('2017-10-10', '18:00', 'Europe/Paris').toString())).toEqual([
    ['Europe/Paris', '2017-10-10T18:00', 0, null, 0],
    ['Asia/Seoul', '2017-10-11T01:00', 1, null, 0],
  ])
  expect(shown(instantOf('2017-10-29', '09:00', 'Europe/Paris').toString())[1]).toEqual([
    'Asia/Seoul',
    '2017-10-29T17:00',
    0,
    null,
    0,
  ])
})

test('keeps one order of clocks, whoever decided the hour, and adds the zone of a third place', () => {
  const seoul = instantOf('2017-07-08', '00:00', 'Asia/Seoul').toString()
  expect(shown(seoul, null, 'Asia/Seoul').map(([zone, at, shift]) => [zone, at, shift])).toEqual([
    ['Europe/Paris', '2017-07-07T17:00', 0],
    ['Asia/Seoul', '2017-07-08T00:00', 1],
  ])
  expect(zonesFor(countries, 'America/Toronto')).toEqual(['Europe/Paris', 'Asia/Seoul', 'America/Toronto'])
})

test('knows the zone of a country that nobody listed, and shows nothing where no hour is known', () => {
  expect(zoneOf('MA')).toBe('Africa/Casablanca')
  expect(readClocks({ startsAt: null, endsAt: null, zone: 'UTC' }, countries)).toEqual([])
})

test('reads the same by arithmetic as by the calendar, at any instant and in any zone', () => {
  const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  const zone = fc.constantFrom('Europe/Paris', 'Asia/Seoul', 'America/St_Johns', 'Pacific/Apia', 'UTC')
  fc.assert(
    fc.property(instant, fc.option(instant), zone, (startsAt, endsAt, decidedIn) => {
      const second = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000)
      const hours = { startsAt: second(startsAt), endsAt: endsAt && second(endsAt), zone: decidedIn }
      expect(readWallClocks(hours, countries)).toEqual(
        readClocks(hours, countries).map(({ start, end, ...reading }) => ({
          ...reading,
          start: wallOf(start),
          end: end && wallOf(end),
        })),
      )
    }),
  )
})

const wallOf = (moment: Temporal.ZonedDateTime) => ({
  day: moment.toPlainDate().toString(),
  time: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
  datetime: moment.toString({ timeZoneName: 'never' }),
})

test.each([
  ['2027-03-28', '02:30', []],
  ['2027-10-31', '02:30', ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z']],
  ['2027-10-31', '03:00', ['2027-10-31T02:00:00Z']],
])('the clock of Paris shows on %s %s at %j', (day, time, instants) => {
  expect(instantsOf(day, time, 'Europe/Paris').map(String)).toEqual(instants)
  expect(hourTrouble(day, time, 'Europe/Paris')).toBe(
    ['ui.error.hourSkipped', null, 'ui.error.hourTwice'][instants.length],
  )
  expect(hourTrouble(day, time, 'Asia/Seoul')).toBeNull()
  expect(hourTrouble('', time, 'Europe/Paris') ?? hourTrouble(day, '25:00', 'Mars/Phobos')).toBeNull()
})
