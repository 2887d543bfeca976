import { z } from 'zod'
import { instantOf, isOnClock } from '../../../platform/dates/index.ts'
import { says } from '../../../platform/input/form.ts'
import { isZone } from '../clocks/zoned-time.ts'
import { knownPeriod } from '../holidays/known-period.ts'
import { mostPlannedDays, type PlannedTime } from './planned-date.ts'

/** A day whose holidays are told. */
export const typedDay = z.iso
  .date({ error: says('agenda.error.day') })
  .refine((day) => day >= knownPeriod.from && day <= knownPeriod.to, says('agenda.error.period'))
const typedTime = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, says('agenda.error.time'))
  .default('')

/** A zone of the world, by its name. */
export const typedZone = z.string().refine(isZone, says('agenda.error.zone'))

/** A date that somebody thinks of: days, or hours in the zone of one side. */
export const plannedDateForm = z
  .object({
    day: typedDay,
    to: z.union([z.literal(''), typedDay]).default(''),
    start: typedTime,
    end: typedTime,
    zone: typedZone,
  })
  .transform(({ to, ...typed }) => ({ ...typed, to: to === '' ? typed.day : to }))
  .refine(({ day, to }) => day <= to, { error: says('agenda.error.reversed'), path: ['to'] })
  .refine(
    ({ day, to }) => Temporal.PlainDate.from(day).until(to, { largestUnit: 'days' }).days < mostPlannedDays,
    {
      error: says('agenda.error.long'),
      path: ['to'],
    },
  )
  .refine(({ day, start, zone }) => start === '' || isOnClock(day, start, zone), {
    error: says('ui.error.hourSkipped'),
    path: ['start'],
  })
  .refine(({ to, end, zone }) => end === '' || isOnClock(to, end, zone), {
    error: says('ui.error.hourSkipped'),
    path: ['end'],
  })
  .refine(({ day, to, start, end }) => start === '' || end === '' || to > day || end > start, {
    error: says('agenda.error.reversed'),
    path: ['end'],
  })

/** What was typed, as days or as hours. */
export function plannedTimeOf({ day, to, start, end, zone }: z.output<typeof plannedDateForm>): PlannedTime {
  if (start === '') return { from: day, to }
  return { start: instantOf(day, start, zone), end: end === '' ? null : instantOf(to, end, zone) }
}
