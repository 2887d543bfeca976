import fc from 'fast-check'
import { expect, it } from 'vitest'
import { overlapping, slotsOf } from './slots.ts'

const hours = (from: string, to: string, day = '2017-10-10') => ({ day, from, to })
const plan = { zone: 'Europe/Paris', slotMinutes: 20, breakMinutes: 5 }
const times = (slots: readonly { startsAt: Date }[]) => slots.map(({ startsAt }) => startsAt.toISOString())

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
  expect(overlapping([hours('09:00', '12:00'), hours('11:00', '13:00')])).toBe(1)
  expect(overlapping([hours('09:00', '12:00'), hours('12:00', '13:00')])).toBeNull()
})
