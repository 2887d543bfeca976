import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWallClocks, wallTime } from '../../../platform/dates/index.ts'
import { dayAfter, overlapping, type SessionHours, slotsOf, spanOfHours } from './session.ts'

const hours = (from: string, to: string, day = '2017-10-10', endsOn = day): SessionHours => ({
  day,
  from,
  endsOn,
  to,
})
const night = (from: string, to: string, day = '2017-10-10') => hours(from, to, day, dayAfter(day))
const plan = { zone: 'Europe/Paris', slotMinutes: 20, breakMinutes: 5 }
const times = (slots: readonly { startsAt: Date }[]) => slots.map(({ startsAt }) => startsAt.toISOString())
const minutes = (ms: number) => ms / 60_000

it('cuts hours into slots with a break between, the last one ending in time', () => {
  expect(times(slotsOf({ ...plan, hours: [hours('14:00', '15:10')] }))).toEqual([
    '2017-10-10T12:00:00.000Z',
    '2017-10-10T12:25:00.000Z',
    '2017-10-10T12:50:00.000Z',
  ])
  expect(slotsOf({ ...plan, hours: [hours('14:00', '14:19')] })).toEqual([])
})

it('keeps the hours of the clock across the night on which it changes', () => {
  const slots = slotsOf({
    ...plan,
    hours: [hours('10:00', '10:20', '2017-10-28'), hours('10:00', '10:20', '2017-10-29')],
  })
  expect(times(slots)).toEqual(['2017-10-28T08:00:00.000Z', '2017-10-29T09:00:00.000Z'])
})

it('puts days in their order, whichever was typed first', () => {
  const slots = slotsOf({ ...plan, hours: [hours('10:00', '10:20', '2017-10-11'), hours('16:00', '16:20')] })
  expect(times(slots)).toEqual(['2017-10-10T14:00:00.000Z', '2017-10-11T08:00:00.000Z'])
})

it('never lets two slots of a stretch overlap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 240 }),
      fc.integer({ min: 0, max: 240 }),
      (slotMinutes, breakMinutes) => {
        const slots = slotsOf({ ...plan, slotMinutes, breakMinutes, hours: [hours('09:00', '18:00')] })
        for (const [index, { startsAt }] of slots.entries()) {
          const before = slots[index - 1]
          if (before) expect(startsAt.getTime() - before.endsAt.getTime()).toBe(breakMinutes * 60_000)
        }
      },
    ),
  )
})

it('names the hours that begin before others have ended', () => {
  const at = (...some: SessionHours[]) => overlapping(some, 'Europe/Paris')
  expect(at(hours('09:00', '12:00'), hours('11:00', '13:00'))).toBe(1)
  expect(at(hours('09:00', '12:00'), hours('12:00', '13:00'))).toBeNull()
  expect(at(night('22:00', '02:00'), hours('01:00', '03:00', '2017-10-11'))).toBe(1)
  expect(at(night('22:00', '02:00'), hours('02:00', '03:00', '2017-10-11'))).toBeNull()
})

describe('hours that go past midnight', () => {
  it('are one evening in Paris and one morning in Seoul', () => {
    const slots = slotsOf({ ...plan, breakMinutes: 10, hours: [night('22:00', '02:00')] })
    expect(times(slots)).toEqual(
      [20, 20.5, 21, 21.5, 22, 22.5, 23, 23.5].map((hour) =>
        new Date(Date.UTC(2017, 9, 10) + hour * 3_600_000).toISOString(),
      ),
    )
    const clocks = slots.map(({ startsAt, endsAt }) =>
      readWallClocks({ startsAt, endsAt, zone: plan.zone }, ['FR', 'KR']).map(
        ({ start, startShift }) => `${start.time}${startShift === 0 ? '' : ` +${startShift}`}`,
      ),
    )
    expect([clocks[0], clocks.at(-1)]).toEqual([
      ['22:00', '05:00 +1'],
      ['01:30', '08:30'],
    ])
  })

  it('are an hour longer in the night in which summer time ends, and shorter when it begins', () => {
    const span = (day: string) => {
      const { startsAt, endsAt } = spanOfHours(night('22:00', '04:00', day), plan.zone)
      return minutes(endsAt.getTime() - startsAt.getTime()) / 60
    }
    expect([span('2017-10-28'), span('2018-03-24'), span('2017-10-10')]).toEqual([7, 5, 6])
  })

  const clock = fc
    .integer({ min: 0, max: 24 * 12 - 1 })
    .map((at) => `${String(Math.floor(at / 12)).padStart(2, '0')}:${String((at % 12) * 5).padStart(2, '0')}`)
  const anyNight = fc.record({
    // Among them the nights in which the clocks of Paris change, and the days around them.
    day: fc.constantFrom(
      '2017-10-27',
      '2017-10-28',
      '2017-10-29',
      '2018-03-23',
      '2018-03-24',
      '2018-03-25',
      '2018-06-01',
    ),
    zone: fc.constantFrom('Europe/Paris', 'Asia/Seoul', 'America/New_York'),
    one: clock,
    other: clock,
    slotMinutes: fc.integer({ min: 5, max: 60 }),
    breakMinutes: fc.integer({ min: 0, max: 30 }),
  })

  it('hold as many slots as the time that passes, each as long as it says, with its break, whatever the clocks do', () => {
    fc.assert(
      fc.property(anyNight, ({ day, zone, one, other, slotMinutes, breakMinutes }) => {
        const [to = '', from = ''] = [one, other].sort()
        const row = night(from, to, day)
        const { startsAt, endsAt } = spanOfHours(row, zone)
        const passes = minutes(endsAt.getTime() - startsAt.getTime())
        const slots = slotsOf({ zone, slotMinutes, breakMinutes, hours: [row] })
        const fit = Math.max(0, Math.floor((passes + breakMinutes) / (slotMinutes + breakMinutes)))
        expect(slots.length).toBe(Math.min(fit, 81))
        for (const [index, slot] of slots.entries()) {
          expect(minutes(slot.endsAt.getTime() - slot.startsAt.getTime())).toBe(slotMinutes)
          expect(slot.startsAt.getTime()).toBe(
            startsAt.getTime() + index * (slotMinutes + breakMinutes) * 60_000,
          )
          expect(slot.endsAt.getTime()).toBeLessThanOrEqual(endsAt.getTime())
          // Every clock gives the same instant: an hour that occurs twice on one wall is marked by its offset, and by the other clock.
          for (const reading of readWallClocks({ ...slot, zone }, ['FR', 'KR']))
            expect([Date.parse(reading.start.datetime), Date.parse(reading.end?.datetime ?? '')]).toEqual([
              slot.startsAt.getTime(),
              slot.endsAt.getTime(),
            ])
        }
        const [first] = slots
        const isOnTheClock = wallTime(startsAt, zone).time === from
        if (first && isOnTheClock) expect(wallTime(first.startsAt, zone)).toMatchObject({ day, time: from })
      }),
      { numRuns: 500 },
    )
  })

  it('hold the same slots as two rows that meet at midnight, where the slots do', () => {
    fc.assert(
      fc.property(anyNight, fc.constantFrom(15, 20, 30), ({ day, zone }, slotMinutes) => {
        const given = { zone, slotMinutes, breakMinutes: 0 }
        const rows = [night('21:00', '00:00', day), hours('00:00', '03:00', dayAfter(day))]
        expect(slotsOf({ ...given, hours: [night('21:00', '03:00', day)] })).toEqual(
          slotsOf({ ...given, hours: rows }),
        )
      }),
    )
  })
})
