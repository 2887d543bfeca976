import { expect, test } from 'vitest'
import { eventLines, readLines } from '../../../../../test/support/calendar-lines.ts'
import { entriesOf } from './entries-of.ts'

const paris = ';TZID=Europe/Paris'
const weekly = eventLines(`DTSTART${paris}:20171010T100000`, 'RRULE:FREQ=WEEKLY;COUNT=5')
const later = (of: string, ...lines: string[]) =>
  eventLines(`RECURRENCE-ID;RANGE=THISANDFUTURE${paris}:${of}`, ...lines)
const entries = (...lines: string[][]) =>
  entriesOf(readLines(lines.flat()), {
    languages: ['fr'],
    language: 'fr',
    words: { kinds: new Map(), themes: new Map() },
  })
const keysOf = (found: { key: string }[]) => found.map(({ key }) => key)

test('every occurrence that a change moves stays an entry of its own, known as it was before the change', () => {
  const moved = entries(weekly, later('20171024T100000', `DTSTART${paris}:20171025T150000`))
  expect(moved.map(({ document }) => document.startsAt?.slice(0, 16))).toEqual([
    '2017-10-10T08:00',
    '2017-10-17T08:00',
    '2017-10-25T13:00',
    '2017-11-01T14:00',
    '2017-11-08T14:00',
  ])
  expect(keysOf(moved)).toEqual(keysOf(entries(weekly)))
})

test('every occurrence after a cancelled one is cancelled', () => {
  const found = entries(
    weekly,
    later('20171031T100000', `DTSTART${paris}:20171031T100000`, 'STATUS:CANCELLED'),
  )
  expect(found.map(({ document }) => document.isCancelled)).toEqual([false, false, false, true, true])
})

test('the change of an event that comes once is taken, whatever its file says of a rule', () => {
  const once = eventLines(`DTSTART${paris}:20171010T100000`, 'RRULE:')
  const change = eventLines(`RECURRENCE-ID${paris}:20171010T100000`, `DTSTART${paris}:20171011T180000`)
  expect(entries(once, change).map(({ document }) => document.startsAt?.slice(0, 16))).toEqual([
    '2017-10-11T16:00',
  ])
})
