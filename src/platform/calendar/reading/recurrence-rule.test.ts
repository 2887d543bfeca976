import { expect, test } from 'vitest'
import { readRule, ruleTimes } from './recurrence-rule.ts'

const timesOf = (first: string, rule: string, most: number) =>
  ruleTimes(Temporal.PlainDateTime.from(first), readRule(rule)!, {
    until: Temporal.PlainDateTime.from('2020-01-01T00:00'),
    most,
    // Of New York in December.
    untilWall: (utc) => utc.subtract({ hours: 5 }),
  }).times.map((wall) => wall.toString().slice(0, 10))

// RFC 5545 3.8.5.3; those of its answers that go on for ever are cut.
test.each([
  ['1997-09-02', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02 09-12 09-22 10-02 10-12'],
  [
    '1997-09-01',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    '1997-09-01 09-03 09-05 09-15 09-17 09-19 09-29 10-01 10-03 10-13 10-15 10-17 10-27 10-29 10-31 11-10 11-12 11-14 11-24 11-26 11-28 12-08 12-10 12-12 12-22',
  ],
  [
    '1997-09-05',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    '1997-09-05 10-03 11-07 12-05 1998-01-02 02-06 03-06 04-03 05-01 06-05',
  ],
  ['1997-09-28', 'FREQ=MONTHLY;BYMONTHDAY=-3', '1997-09-28 10-29 11-28 12-29 1998-01-29 02-26'],
  [
    '1997-09-10',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997-09-10 09-11 09-12 09-13 09-14 09-15 1999-03-10 03-11 03-12 03-13',
  ],
  [
    '1997-01-01',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    '1997-01-01 04-10 07-19 2000-01-01 04-09 07-18 2003-01-01 04-10 07-19 2006-01-01',
  ],
  ['1997-05-12', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12 1998-05-11 1999-05-17'],
  ['1997-05-19', 'FREQ=YEARLY;BYDAY=20MO', '1997-05-19 1998-05-18 1999-05-17'],
  ['1997-09-04', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04 10-07 11-06'],
  [
    '1997-09-29',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '1997-09-29 10-30 11-27 12-30 1998-01-29 02-26 03-30',
  ],
  [
    '1996-11-05',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996-11-05 2000-11-07 2004-11-02',
  ],
  ['2007-01-15', 'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15 01-30 02-15 03-15 03-30'],
  ['1998-02-13', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '1998-02-13 03-13 11-13 1999-08-13 2000-10-13'],
])('of %s and %s makes what RFC 5545 says', (first, rule, expected) => {
  const wanted = expected.split(' ')
  let year = ''
  const days = wanted.map((day) => {
    if (day.length > 5) year = day.slice(0, 4)
    return day.length > 5 ? day : `${year}-${day}`
  })
  expect(timesOf(`${first}T09:00`, rule, days.length)).toEqual(days)
})

test.each([
  '',
  'COUNT=3',
  'FREQ=FORTNIGHTLY',
  'FREQ=DAILY;COUNT=-2',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;FREQ=WEEKLY',
  'FREQ=DAILY;BYMONTH=13',
  'FREQ=DAILY;BYMONTHDAY=0',
  'FREQ=DAILY;BYDAY=XX',
  'FREQ=YEARLY;BYDAY=54MO',
  'FREQ=DAILY;UNTIL=20170231',
  'FREQ=DAILY;BYHOUR=24',
  'FREQ=DAILY;ANYTHING=1',
  'RRULE:AnythingRandom;FREQ=WEEKLY',
])('takes %j for no rule', (rule) => {
  expect(readRule(rule)).toBeNull()
})

test('passes over what programs add, and takes small letters', () => {
  expect([...readRule('freq=weekly;x-own=1;byday=mo')!]).toEqual([
    ['FREQ', 'WEEKLY'],
    ['BYDAY', 'MO'],
  ])
})
