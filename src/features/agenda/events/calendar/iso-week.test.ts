import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mondayOf, weekOf } from './iso-week.ts'

test('a week is named by the year that it counts in', () => {
  expect([weekOf('2016-01-01').week, weekOf('2018-12-31').week]).toEqual(['2015-W53', '2019-W01'])
  expect(mondayOf('2017-W40')).toBe('2017-10-02')
})

test.each(['2017-W00', '2017-W53', '2017-W99', '2017-40', 'W40', ''])('%s names no week', (text) => {
  expect(mondayOf(text)).toBeNull()
})

test('every day lies within the seven days of the week that it is said to be in', () => {
  const anyDay = fc.date({
    min: new Date('1970-01-05'),
    max: new Date('2100-12-20'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(anyDay, (date) => {
      const day = date.toISOString().slice(0, 10)
      const monday = Temporal.PlainDate.from(mondayOf(weekOf(day).week) ?? '')
      const since = monday.until(day).days
      expect(monday.dayOfWeek).toBe(1)
      expect(since >= 0 && since < 7).toBe(true)
    }),
  )
})
