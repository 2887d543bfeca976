import { expect, test } from 'vitest'
import { checkedDays } from './checked-days.ts'
import { lunar } from './day-rules.ts'

/**
 * Everything that closed Korean offices in a year, written by hand; 2018–2027 agree with the calendars published for them (월력요항)
 * as @hyunbinseo/holidays-kr 5.2027.1 renders them, decrees included.
 */
const years: Record<number, string> = {
  2015: '01-01 02-18 02-19 02-20 03-01 05-05 05-25 06-06 08-14 08-15 09-26 09-27 09-28 09-29 10-03 10-09 12-25',
  2016: '01-01 02-07 02-08 02-09 02-10 03-01 04-13 05-05 05-06 05-14 06-06 08-15 09-14 09-15 09-16 10-03 10-09 12-25',
  2017: '01-01 01-27 01-28 01-29 01-30 03-01 05-03 05-05 05-09 06-06 08-15 10-02 10-03 10-04 10-05 10-06 10-09 12-25',
  2018: '01-01 02-15 02-16 02-17 03-01 05-05 05-07 05-22 06-06 06-13 08-15 09-23 09-24 09-25 09-26 10-03 10-09 12-25',
  2019: '01-01 02-04 02-05 02-06 03-01 05-05 05-06 05-12 06-06 08-15 09-12 09-13 09-14 10-03 10-09 12-25',
  2020: '01-01 01-24 01-25 01-26 01-27 03-01 04-15 04-30 05-05 06-06 08-15 08-17 09-30 10-01 10-02 10-03 10-09 12-25',
  2021: '01-01 02-11 02-12 02-13 03-01 05-05 05-19 06-06 08-15 08-16 09-20 09-21 09-22 10-03 10-04 10-09 10-11 12-25',
  2022: '01-01 01-31 02-01 02-02 03-01 03-09 05-05 05-08 06-01 06-06 08-15 09-09 09-10 09-11 09-12 10-03 10-09 10-10 12-25',
  2023: '01-01 01-21 01-22 01-23 01-24 03-01 05-05 05-27 05-29 06-06 08-15 09-28 09-29 09-30 10-02 10-03 10-09 12-25',
  2024: '01-01 02-09 02-10 02-11 02-12 03-01 04-10 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25',
  2025: '01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25',
  2026: '01-01 02-16 02-17 02-18 03-01 03-02 05-01 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17 09-24 09-25 09-26 10-03 10-05 10-09 12-25',
  2027: '01-01 02-06 02-07 02-08 02-09 03-01 05-01 05-03 05-05 05-13 06-06 07-17 07-19 08-15 08-16 09-14 09-15 09-16 10-03 10-04 10-09 10-11 12-25 12-27',
}

test.each(Object.entries(years))('closed Korean offices in %s on exactly these days', (year, days) => {
  const closed = checkedDays('KR', `${year}-01-01`, `${year}-12-31`, '2026-11-26')
    .filter(({ isDayOff, regions }) => isDayOff && regions === null)
    .map(({ date }) => date.slice(5))
  expect([...new Set(closed)].join(' ')).toBe(days)
})

/** 설날, 부처님오신날 and 추석, written by hand: as published up to 2027, for later years as two lunar calendars of others agree. */
const moons: Record<number, [string, string, string]> = {
  2015: ['02-19', '05-25', '09-27'],
  2016: ['02-08', '05-14', '09-15'],
  2017: ['01-28', '05-03', '10-04'],
  2018: ['02-16', '05-22', '09-24'],
  2019: ['02-05', '05-12', '09-13'],
  2020: ['01-25', '04-30', '10-01'],
  2021: ['02-12', '05-19', '09-21'],
  2022: ['02-01', '05-08', '09-10'],
  2023: ['01-22', '05-27', '09-29'],
  2024: ['02-10', '05-15', '09-17'],
  2025: ['01-29', '05-05', '10-06'],
  2026: ['02-17', '05-24', '09-25'],
  2027: ['02-07', '05-13', '09-15'],
  2028: ['01-27', '05-02', '10-03'],
  2029: ['02-13', '05-20', '09-22'],
  2030: ['02-03', '05-09', '09-12'],
}

test.each(Object.entries(moons))('the lunar feasts of %s fall on these days', (year, days) => {
  const found = [lunar(1, 1), lunar(4, 8), lunar(8, 15)].map((on) => on(Number(year)).toString().slice(5))
  expect(found).toEqual(days)
})

const nameOn = (date: string, knownOn = '2026-11-26') =>
  checkedDays('KR', date, date, knownOn).map(({ kind, name }) => `${kind} ${name.ko}`)

test('two holidays on one day lose one day, given back after the feast', () => {
  expect(nameOn('2017-10-03')).toEqual(['statutory 추석 전날', 'statutory 개천절'])
  expect(nameOn('2017-10-06')).toEqual(['substitute 대체공휴일(추석)'])
  expect(nameOn('2025-05-05')).toEqual(['statutory 어린이날', 'statutory 부처님오신날'])
  expect(nameOn('2025-05-06')).toEqual(['substitute 대체공휴일(어린이날)'])
  expect(nameOn('2025-05-07')).toEqual([])
  expect(nameOn('2028-10-05')).toEqual(['substitute 대체공휴일(추석)'])
  expect(nameOn('2028-10-06')).toEqual([])
})

test('Seollal and Chuseok are not made up for a Saturday', () => {
  for (const [saturday, monday] of [
    ['2018-02-17', '2018-02-19'],
    ['2019-09-14', '2019-09-16'],
    ['2021-02-13', '2021-02-15'],
    ['2026-09-26', '2026-09-28'],
  ] as const) {
    expect(nameOn(saturday)).toHaveLength(1)
    expect(nameOn(monday)).toEqual([])
  }
})

test('places keep days of their own from the year they were decided', () => {
  expect(checkedDays('KR', '2018-04-03', '2018-04-03', '2018-04-03')).toMatchObject([
    { kind: 'regional', regions: ['50'], knownOn: '2018-03-21' },
  ])
  expect(nameOn('2017-04-03')).toEqual([])
  expect(nameOn('2019-05-18')).toEqual([])
})
