import { expect, test } from 'vitest'
import { codesOf, eventLines, readLines, startsOf } from '../../../../test/support/calendar-lines.ts'

// What other programs show all the same: what is certain is kept, what is dropped is reported.
const start = '2017-07-07T10:00'
const dropped: [lines: string[], code: string, detail: string][] = [
  [['DTEND;VALUE=DATE:20170708'], 'endUnlikeStart', ''],
  [['DTEND:20170707T120000'], 'endUnlikeStart', ''],
  [['DTEND:20170707T090000Z'], 'endBeforeStart', ''],
  [['DURATION:-PT1H'], 'endBeforeStart', ''],
  [['DTEND:None'], 'endLeftOut', 'None'],
  [['DTEND;TZID=Mars/Phobos:20170707T110000'], 'endLeftOut', '20170707T110000'],
  [['DTEND:99991231T000000Z'], 'endLeftOut', '99991231T000000Z'],
  [['DURATION:P999999999999W'], 'endLeftOut', 'P999999999999W'],
  [['RRULE:'], 'recurrenceEmpty', ''],
  [['RDATE:'], 'recurrenceEmpty', ''],
  [['RDATE:20170231T100000Z'], 'dateLeftOut', '20170231T100000Z'],
  [['EXDATE:20171032T000000'], 'exceptionLeftOut', '20171032T000000'],
]

test.each(dropped)('keeps the start of an event with %j', (lines, code, detail) => {
  const calendar = readLines(eventLines('DTSTART:20170707T100000Z', ...lines))
  expect(startsOf(calendar)).toEqual([start])
  expect(calendar.events[0]?.end).toBeUndefined()
  expect(codesOf(calendar)).toEqual([[code, detail]])
})

test.each(['DTEND;VALUE=DATE:20170706', 'DTEND:20170708T100000Z', 'DTEND:None'])(
  'lets a day with %s be one day',
  (end) => {
    const { events } = readLines(eventLines('DTSTART;VALUE=DATE:20170707', end))
    expect(events[0]).toMatchObject({ start: { day: '2017-07-07' }, end: { day: '2017-07-08' } })
  },
)

test.each([
  ['FREQ=WEEKLY;UNTIL=20170721T100000Z;COUNT=-1', ['COUNT=-1']],
  ['FREQ=WEEKLY;UNTIL=20170721T100000Z;COUNT=0;BYDAY=', ['COUNT=0', 'BYDAY=']],
  ['FREQ=WEEKLY; BYDAY=FR ; COUNT = 3', []],
  ['RRULE:FREQ=WEEKLY;COUNT=3;', []],
  ['RSCALE=GREGORIAN;FREQ=WEEKLY;COUNT=3', []],
])('reads three dates of %s', (rule, left) => {
  const calendar = readLines(eventLines('DTSTART:20170707T100000Z', `RRULE:${rule}`))
  expect(startsOf(calendar)).toEqual([start, '2017-07-14T10:00', '2017-07-21T10:00'])
  expect(codesOf(calendar)).toEqual(left.map((part) => ['rulePartLeftOut', part]))
})
test('reads several weekdays with blanks between them', () => {
  const calendar = readLines(eventLines('DTSTART:20170707T100000Z', 'RRULE:FREQ=WEEKLY;BYDAY=MO, FR;COUNT=3'))
  expect(startsOf(calendar)).toEqual([start, '2017-07-10T10:00', '2017-07-14T10:00'])
})
test('finds an exception whose zone nobody knows by its hour', () => {
  const calendar = readLines(
    eventLines(
      'DTSTART;TZID=Europe/Paris:20170707T100000',
      'RRULE:FREQ=DAILY;COUNT=2',
      'EXDATE;TZID=Mars/Phobos:20170708T100000',
    ),
  )
  expect(startsOf(calendar)).toEqual(['2017-07-07T08:00'])
})
