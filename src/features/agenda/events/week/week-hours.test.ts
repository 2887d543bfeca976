import { expect, test } from 'vitest'
import { sideOf } from '../../planning/side.ts'
import { daysOfWeek } from '../calendar/iso-week.ts'
import { hoursShown, weekDays } from './week-hours.ts'

const paris = { side: sideOf('FR', []), zone: 'Europe/Paris' }
const seoul = { side: sideOf('KR', []), zone: 'Asia/Seoul' }
const at = (startsAt: string, endsAt: string | null = null) => ({
  startsAt: new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
})
const hour = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

test('Seoul is seven hours ahead of Paris until the clocks change on Sunday 29 October 2017, and eight from then on', () => {
  const week = weekDays([paris, seoul], daysOfWeek('2017-10-23'), [])
  expect(week.map(({ others }) => others[0]?.difference)).toEqual([420, 420, 420, 420, 420, 420, 480])
  expect(week[0]?.others[0]?.midnight).toBe(hour('17:00'))
  expect(week[6]?.others[0]?.midnight).toBe(hour('16:00'))
  // At two in the morning of Paris it is nine in Seoul, and at three eleven: an hour comes twice.
  expect(week[6]?.others[0]?.atHours.slice(1, 4)).toEqual([hour('08:00'), hour('09:00'), hour('11:00')])
})

test('offices that are open at once: from 9 to 11 in Paris in summer, from 9 to 10 in winter, at no weekend', () => {
  const common = (monday: string) =>
    weekDays([paris, seoul], daysOfWeek(monday), []).map(({ together }) =>
      together.map(({ start, end }) =>
        [start, end].map((each) =>
          each.toZonedDateTimeISO('Europe/Paris').toPlainTime().toString().slice(0, 5),
        ),
      ),
    )
  expect(common('2017-07-03')).toEqual([...Array(5).fill([['09:00', '11:00']]), [], []])
  expect(common('2017-12-11')[1]).toEqual([['09:00', '10:00']])
})

test('on the clock of Seoul a Korean office is open from 9 to 18 and a French one from 16 on, past midnight', () => {
  const [monday, tuesday] = weekDays([seoul, paris], daysOfWeek('2017-07-03'), [])
  expect(monday?.open).toEqual([
    [{ from: hour('09:00'), to: hour('18:00') }],
    [{ from: hour('16:00'), to: 1440 }],
  ])
  expect(tuesday?.open[1]).toEqual([
    { from: 0, to: hour('01:00') },
    { from: hour('16:00'), to: 1440 },
  ])
  // The day of Paris begins at seven in the morning of Seoul.
  expect(tuesday?.others[0]).toMatchObject({ difference: -420, midnight: hour('07:00') })
})

test('what overlaps stands side by side, and what goes past midnight on both days', () => {
  const [monday, tuesday] = weekDays([paris, seoul], daysOfWeek('2017-07-03'), [
    at('2017-07-03T08:00:00Z', '2017-07-03T10:00:00Z'),
    at('2017-07-03T09:00:00Z', '2017-07-03T11:00:00Z'),
    at('2017-07-03T11:00:00Z'),
    at('2017-07-03T20:00:00Z', '2017-07-03T23:00:00Z'),
  ])
  expect(monday?.blocks).toMatchObject([
    { from: hour('10:00'), to: hour('12:00'), column: 0, columns: 2 },
    { from: hour('11:00'), to: hour('13:00'), column: 1, columns: 2 },
    { from: hour('13:00'), to: hour('14:00'), column: 0, columns: 1 },
    { from: hour('22:00'), to: 1440, column: 0, columns: 1 },
  ])
  expect(tuesday?.blocks).toMatchObject([{ from: 0, to: hour('01:00') }])
})

test('the hours of a week are those in which some office is open or something is', () => {
  expect(hoursShown(weekDays([paris, seoul], daysOfWeek('2017-07-03'), []))).toEqual({ from: 2, to: 18 })
  expect(
    hoursShown(weekDays([paris, seoul], daysOfWeek('2017-07-03'), [at('2017-07-04T19:30:00Z')])),
  ).toEqual({ from: 2, to: 23 })
})
