import fc from 'fast-check'
import { zoneComponent } from '../../src/platform/calendar/writing/zone-rules.ts'

type Wall = Temporal.PlainDateTime

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const zones = [
  'Europe/Paris',
  'Asia/Seoul',
  'America/New_York',
  'Australia/Lord_Howe',
  'UTC',
  'floating',
  'day',
] as const
type Zone = (typeof zones)[number]

const minutes = (from: number, until: number) =>
  fc.integer({ min: from, max: until }).map((step) => step * 15)

const drawn = fc.record({
  zone: fc.constantFrom(...zones),
  day: fc.integer({ min: 0, max: 400 }),
  minute: minutes(0, 95),
  lasts: minutes(0, 400),
  frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'MONTHLY BYDAY', 'MONTHLY LAST', 'NONE'),
  interval: fc.integer({ min: 1, max: 3 }),
  count: fc.option(fc.integer({ min: 1, max: 12 })),
  otherDays: fc.subarray(weekdays),
  excluded: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
  added: fc.array(fc.record({ day: fc.integer({ min: 0, max: 400 }), minute: minutes(0, 95) }), {
    maxLength: 3,
  }),
  changes: fc.uniqueArray(
    fc.record({
      step: fc.integer({ min: 10, max: 18 }),
      by: minutes(-300, 300),
      lasts: minutes(1, 50),
      isForLater: fc.boolean(),
    }),
    { maxLength: 2, selector: ({ step }) => step },
  ),
})

/** Calendars of one event: any clock, rules, exceptions, additional dates, changes of one date and of all that follow. Lines not folded. */
export const hostileCalendars = drawn.map((given) => {
  const { zone, frequency, count, interval } = given
  const first = Temporal.PlainDateTime.from('2016-01-04T00:00').add({
    days: given.day,
    minutes: zone === 'day' ? 0 : given.minute,
  })
  const lasts = zone === 'day' ? { days: 1 + (given.lasts % 4) } : { minutes: given.lasts }
  const at = (name: string, wall: Wall) => timeLine(name, zone, wall)
  const rule = ruleOf(first, frequency, given.otherDays)
  const isSpaced = frequency === 'DAILY' || (frequency === 'WEEKLY' && given.otherDays.length === 0)
  const spacing = (frequency === 'DAILY' ? 1 : 7) * interval
  const step = (number: number) => first.add({ days: number * spacing })
  const changes = isSpaced && count === null ? given.changes : []
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entente//Test//EN',
    ...(zone.includes('/')
      ? zoneComponent(zone, [2015, 2024]).trim().replaceAll('\r\n ', '').split('\r\n')
      : []),
    'BEGIN:VEVENT',
    'UID:a',
    'DTSTAMP:20170101T000000Z',
    'SUMMARY:제3차 한·불 지방정부 교류회의, « Rencontres » 👩‍👩‍👧‍👦',
    at('DTSTART', first),
    at('DTEND', first.add(lasts)),
    ...(rule ? [`RRULE:${rule};INTERVAL=${interval}${count === null ? '' : `;COUNT=${count}`}`] : []),
    ...(isSpaced
      ? given.excluded.filter((number) => number < (count ?? 10)).map((number) => at('EXDATE', step(number)))
      : []),
    // A whole day that is left out and added again is left out (3.8.5.1); the other reader has it.
    ...(rule && (zone !== 'day' || given.excluded.length === 0) ? given.added : []).map(({ day, minute }) =>
      addedLine(zone, first, day, minute),
    ),
    'END:VEVENT',
    ...changes.flatMap(({ step: number, by, lasts: own, isForLater }) => {
      const start =
        zone === 'day'
          ? step(number).add({ days: Math.trunc(by / 1_440) })
          : step(number).add({ minutes: by })
      return [
        'BEGIN:VEVENT',
        'UID:a',
        'DTSTAMP:20170102T000000Z',
        at(isForLater ? 'RECURRENCE-ID;RANGE=THISANDFUTURE' : 'RECURRENCE-ID', step(number)),
        at('DTSTART', start),
        at('DTEND', start.add(zone === 'day' ? { days: 1 } : { minutes: own })),
        'END:VEVENT',
      ]
    }),
    'END:VCALENDAR',
  ]
})

function timeLine(name: string, zone: Zone, wall: Wall): string {
  const digits = wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
  if (zone === 'day') return `${name};VALUE=DATE:${digits.slice(0, 8)}`
  if (zone === 'floating') return `${name}:${digits}`
  return zone === 'UTC' ? `${name}:${digits}Z` : `${name};TZID=${zone}:${digits}`
}

function addedLine(zone: Zone, first: Wall, day: number, minute: number): string {
  // On minutes that no rule has: two of one moment are one.
  const hours = { hour: Math.floor(minute / 60), minute: (minute % 60) + 7 }
  return timeLine('RDATE', zone, first.add({ days: day }).with(zone === 'day' ? { hour: 0 } : hours))
}

// The first date is one of the rule’s: for others the standard does not say how they count.
function ruleOf(first: Wall, frequency: string, otherDays: readonly string[]): string | null {
  const weekday = weekdays[first.dayOfWeek - 1] ?? 'MO'
  switch (frequency) {
    case 'NONE':
      return null
    case 'WEEKLY':
      return otherDays.length === 0
        ? 'FREQ=WEEKLY'
        : `FREQ=WEEKLY;BYDAY=${[...new Set([weekday, ...otherDays])].join(',')}`
    case 'MONTHLY BYDAY':
      return `FREQ=MONTHLY;BYDAY=${Math.ceil(first.day / 7)}${weekday}`
    case 'MONTHLY LAST':
      return `FREQ=MONTHLY;BYMONTHDAY=${first.day - first.daysInMonth - 1}`
    default:
      return `FREQ=${frequency}`
  }
}
