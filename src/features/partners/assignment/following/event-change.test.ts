import { describe, expect, it } from 'vitest'
import { type EventTime, type SessionHours, slotsOf } from '../session.ts'
import { shiftSession } from './event-change.ts'

const at = (instant: string) => new Date(instant)
const time = (startsOn: string | null, startsAt: string | null, zone: string | null = 'Europe/Paris') =>
  ({ startsOn, startsAt: startsAt === null ? null : at(startsAt), zone }) satisfies EventTime

const of = (day: string, from: string, to: string, endsOn = day): SessionHours => ({ day, from, endsOn, to })

function moved(
  wentBy: EventTime,
  eventTime: EventTime,
  hours: SessionHours[] = [of('2017-10-20', '14:00', '16:00')],
) {
  const plan = { zone: 'Europe/Paris', hours, slotMinutes: 20, breakMinutes: 5 }
  const slots = slotsOf(plan).map((slot, index) => ({ id: String(index), ...slot }))
  const shifted = shiftSession({ ...plan, slots, wentBy, eventTime })
  return (
    shifted && {
      zone: shifted.zone,
      hours: shifted.hours,
      starts: slots.map(({ startsAt }) => shifted.at(startsAt).toISOString()),
    }
  )
}

describe('hours and meetings that move along with their event', () => {
  const before = time('2017-10-20', '2017-10-20T08:00:00Z')

  it('stay at their hour on the clock of the session, though summer time ends between', () => {
    const found = moved(before, time('2017-11-20', '2017-11-20T09:00:00Z'))
    expect(found?.hours).toEqual([of('2017-11-20', '14:00', '16:00')])
    expect(found?.starts[0]).toBe('2017-11-20T13:00:00.000Z')
  })

  it('move by minutes when the hour of the event does', () => {
    const found = moved(before, time('2017-10-20', '2017-10-20T08:45:00Z'))
    expect(found?.hours).toEqual([of('2017-10-20', '14:45', '16:45')])
    expect(found?.starts.slice(0, 2)).toEqual(['2017-10-20T12:45:00.000Z', '2017-10-20T13:10:00.000Z'])
  })

  it('move by whole days where one of the two times has no hour', () => {
    const found = moved(before, time('2017-10-22', null))
    expect(found?.hours).toEqual([of('2017-10-22', '14:00', '16:00')])
  })

  it('go to another clock with the event', () => {
    const found = moved(before, time('2017-10-20', '2017-10-20T01:00:00Z', 'Asia/Seoul'))
    expect(found).toMatchObject({
      zone: 'Asia/Seoul',
      hours: [of('2017-10-20', '14:00', '16:00')],
    })
    expect(found?.starts[0]).toBe('2017-10-20T05:00:00.000Z')
  })

  it('go past midnight with it, and come back before', () => {
    const late = moved(before, time('2017-10-20', '2017-10-20T17:00:00Z'))
    expect(late?.hours).toEqual([of('2017-10-20', '23:00', '01:00', '2017-10-21')])
    expect(late?.starts[0]).toBe('2017-10-20T21:00:00.000Z')
    const evening = [of('2017-10-20', '22:00', '02:00', '2017-10-21')]
    const early = moved(before, time('2017-10-20', '2017-10-20T04:00:00Z'), evening)
    expect(early?.hours).toEqual([of('2017-10-20', '18:00', '22:00')])
  })

  it('have no place where the new day is not certain', () => {
    expect(moved(before, time(null, null, null))).toBeNull()
  })

  it('keep their order in a night in which the clocks change', () => {
    const nights = [
      [of('2017-10-20', '01:00', '05:00'), '2018-03-25'],
      [of('2017-10-20', '01:00', '05:00'), '2017-10-29'],
      [of('2017-10-20', '22:00', '05:00', '2017-10-21'), '2018-03-24'],
      [of('2017-10-20', '22:00', '05:00', '2017-10-21'), '2017-10-28'],
    ] as const
    for (const [night, day] of nights) {
      const found = moved(time('2017-10-20', null), time(day, null), [night])
      const starts = found?.starts.map((each) => Date.parse(each)) ?? []
      const gaps = starts.slice(1).map((start, index) => (start - (starts[index] ?? 0)) / 60_000)
      expect([starts.length > 5, gaps.every((gap) => gap >= 25)]).toEqual([true, true])
    }
  })
})
