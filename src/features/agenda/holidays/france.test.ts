import { expect, test } from 'vitest'
import { checkedDays } from './checked-days.ts'

/** Easter Monday, Ascension Day and Whit Monday, and Good Friday of Alsace and Moselle. */
const easters: Record<number, [string, string, string, string]> = {
  2015: ['04-06', '05-14', '05-25', '04-03'],
  2016: ['03-28', '05-05', '05-16', '03-25'],
  2017: ['04-17', '05-25', '06-05', '04-14'],
  2018: ['04-02', '05-10', '05-21', '03-30'],
  2019: ['04-22', '05-30', '06-10', '04-19'],
  2020: ['04-13', '05-21', '06-01', '04-10'],
  2021: ['04-05', '05-13', '05-24', '04-02'],
  2022: ['04-18', '05-26', '06-06', '04-15'],
  2023: ['04-10', '05-18', '05-29', '04-07'],
  2024: ['04-01', '05-09', '05-20', '03-29'],
  2025: ['04-21', '05-29', '06-09', '04-18'],
  2026: ['04-06', '05-14', '05-25', '04-03'],
  2027: ['03-29', '05-06', '05-17', '03-26'],
  2028: ['04-17', '05-25', '06-05', '04-14'],
  2029: ['04-02', '05-10', '05-21', '03-30'],
  2030: ['04-22', '05-30', '06-10', '04-19'],
}
const sameEveryYear = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

test.each(Object.entries(easters))(
  'France keeps its eleven days of %s',
  (year, [monday, ascension, whit, friday]) => {
    const days = checkedDays('FR', `${year}-01-01`, `${year}-12-31`, '2026-11-26')
    const of = (kind: string) => days.filter((day) => day.kind === kind).map(({ date }) => date.slice(5))
    expect(of('statutory')).toEqual([...sameEveryYear, monday, ascension, whit].toSorted())
    const alsace = days.filter(({ regions }) => regions?.includes('67')).map(({ date }) => date.slice(5))
    expect(alsace).toEqual([friday, '12-26'])
    expect(of('substitute')).toEqual([])
  },
)

const votes = (from: string, to: string, knownOn: string) =>
  checkedDays('FR', from, to, knownOn)
    .filter(({ kind }) => kind === 'election')
    .map(({ date, isDayOff }) => [date, isDayOff])

test('France votes on Sundays, and no office closes for it', () => {
  expect(votes('2017-01-01', '2017-12-31', '2017-07-08')).toEqual([
    ['2017-04-23', false],
    ['2017-05-07', false],
    ['2017-06-11', false],
    ['2017-06-18', false],
    ['2017-09-24', false],
  ])
  const all = checkedDays('FR', '2015-01-01', '2030-12-31', '2026-11-26')
  for (const { date, kind } of all)
    if (kind === 'election') expect(Temporal.PlainDate.from(date).dayOfWeek).toBe(7)
})

test('a vote that was put off is known for its first day until then, for its new one afterwards', () => {
  expect(votes('2020-03-16', '2020-08-31', '2020-03-10')).toEqual([['2020-03-22', false]])
  expect(votes('2020-03-16', '2020-08-31', '2020-04-10')).toEqual([])
  expect(votes('2020-03-16', '2020-08-31', '2020-05-22')).toEqual([['2020-06-28', false]])
  expect(votes('2024-06-10', '2024-12-31', '2024-06-08')).toEqual([])
  expect(votes('2024-06-10', '2024-12-31', '2024-06-09')).toEqual([
    ['2024-06-30', false],
    ['2024-07-07', false],
  ])
})

test.each([
  ['2016-10-09', '977', true],
  ['2017-05-27', '978', true],
  ['2017-05-28', '978', false],
  ['2019-05-27', '978', false],
  ['2019-05-28', '978', true],
])('on %s the collectivité %s keeps the abolition of slavery: %s', (day, region, isKept) => {
  const kept = checkedDays('FR', day, day, '2026-11-26').filter(({ regions }) => regions?.includes(region))
  expect(kept.map(({ kind }) => kind)).toEqual(isKept ? ['regional'] : [])
})
