import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkedDays } from './checked-days.ts'

const datesKnown = (from: string, to: string, knownOn: string) => [
  ...new Set(checkedDays('KR', from, to, knownOn).map(({ date }) => date.slice(5))),
]

test('on 1 August 2017 nobody knew of the holiday of 2 October, decided on 5 September', () => {
  const chuseok = ['10-03', '10-04', '10-05', '10-06', '10-09']
  expect(datesKnown('2017-09-30', '2017-10-09', '2017-08-01')).toEqual(chuseok)
  expect(datesKnown('2017-09-30', '2017-10-09', '2017-09-04')).toEqual(chuseok)
  expect(datesKnown('2017-09-30', '2017-10-09', '2017-09-05')).toEqual(['10-02', ...chuseok])
  expect(checkedDays('KR', '2017-10-02', '2017-10-02', '2017-09-05')).toEqual([
    {
      country: 'KR',
      date: '2017-10-02',
      name: {
        fr: 'Jour férié exceptionnel (pont de Chuseok)',
        ko: '임시공휴일(추석 연휴)',
        en: 'Temporary holiday (before Chuseok)',
      },
      kind: 'decree',
      regions: null,
      isDayOff: true,
      knownOn: '2017-09-05',
      source: {
        title: '관공서의 임시공휴일 지정안 (2017-09-05 국무회의)',
        url: 'https://m.newspim.com/news/view/20170905000070',
      },
      isProjected: false,
      isChecked: true,
    },
  ])
})

test.each([
  ['2015-08-14', '2015-08-03', '2015-08-04'],
  ['2016-05-06', '2016-04-27', '2016-04-28'],
  ['2017-05-09', '2017-03-14', '2017-03-15'],
  ['2020-08-17', '2020-07-20', '2020-07-21'],
  ['2023-10-02', '2023-09-04', '2023-09-05'],
  ['2024-10-01', '2024-09-02', '2024-09-03'],
  ['2025-01-27', '2025-01-13', '2025-01-14'],
  ['2025-06-03', '2025-04-07', '2025-04-08'],
  ['2021-08-16', '2021-08-02', '2021-08-03'],
  ['2023-05-29', '2023-05-01', '2023-05-02'],
  ['2026-05-01', '2026-04-05', '2026-04-06'],
  ['2026-07-17', '2026-02-09', '2026-02-10'],
])('%s is not known on %s and is on %s', (day, before, since) => {
  expect(checkedDays('KR', day, day, before)).toEqual([])
  expect(checkedDays('KR', day, day, since)).toMatchObject([{ date: day, isDayOff: true }])
})

test('the presidential election of December 2017 was known until the president was removed', () => {
  const kindsOn = (day: string, knownOn: string) =>
    checkedDays('KR', day, day, knownOn).map(({ kind }) => kind)
  expect(kindsOn('2017-12-20', '2017-03-09')).toEqual(['election'])
  expect(kindsOn('2017-12-20', '2017-03-10')).toEqual([])
  expect(kindsOn('2027-03-03', '2025-04-03')).toEqual(['election'])
  expect(kindsOn('2027-03-03', '2026-11-26')).toEqual([])
})

test('a day after the last one checked says that it is computed', () => {
  const projected = (day: string) => checkedDays('KR', day, day, '2026-11-26').map((each) => each.isProjected)
  expect(projected('2026-10-09')).toEqual([false])
  expect(projected('2027-10-11')).toEqual([true])
})

test('a substitute is never of a weekend, never a holiday itself, and soon after what it makes up for', () => {
  const year = fc.integer({ min: 2015, max: 2060 })
  fc.assert(
    fc.property(year, (each) => {
      const days = checkedDays('KR', `${each}-01-01`, `${each}-12-31`, '2060-12-31')
      const held = days.filter(({ kind, regions }) => kind === 'statutory' && regions === null)
      const substitutes = days.filter(({ kind }) => kind === 'substitute').map(({ date }) => date)
      expect(new Set(substitutes).size).toBe(substitutes.length)
      for (const date of substitutes) {
        const day = Temporal.PlainDate.from(date)
        expect(day.dayOfWeek).toBeLessThan(6)
        expect(held.map((holiday) => holiday.date)).not.toContain(date)
        expect(held.some((holiday) => holiday.date < date && day.since(holiday.date).days <= 4)).toBe(true)
      }
    }),
    { numRuns: 46 },
  )
})

test('what is known of a period grows with the day, but for votes that were withdrawn', () => {
  const day = fc
    .integer({ min: 0, max: 4000 })
    .map((days) => Temporal.PlainDate.from('2015-01-01').add({ days }))
  const keys = (knownOn: string) =>
    checkedDays('KR', '2015-01-01', '2030-12-31', knownOn)
      .filter(({ kind }) => kind === 'statutory' || kind === 'decree')
      .map(({ date, name }) => `${date} ${name.ko}`)
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [earlier, later] = [one.toString(), other.toString()].toSorted()
      expect(new Set(keys(later ?? ''))).toEqual(new Set([...keys(earlier ?? ''), ...keys(later ?? '')]))
    }),
    { numRuns: 20 },
  )
})
