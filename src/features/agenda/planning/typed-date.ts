import { z } from 'zod'
import { instantOf } from '../../../platform/dates/index.ts'
import { plainHour, saidDay } from '../../../platform/input/date-input.ts'
import { says } from '../../../platform/input/form.ts'
import { knownPeriod } from '../holidays/holiday.ts'
import { isZone } from '../zoned-time.ts'
import { mostPlannedDays, type PlannedTime } from './planned-date.ts'

/** A day for which holidays are known. */
export const typedDay = saidDay(says('agenda.error.day'), says('ui.form.missing')).refine(
  (day) => day >= knownPeriod.from && day <= knownPeriod.to,
  says('agenda.error.period'),
)
const typedTime = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, says('agenda.error.time'))
  .default('')

/** A zone of the world, by its name. */
export const typedZone = z.string().refine(isZone, says('agenda.error.zone'))

/** A date that a member considers: days, or hours in the zone of one side. */
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
  .superRefine(plainHour('start', ({ day, start, zone }) => ({ day, time: start, zone })))
  .superRefine(plainHour('end', ({ to, end, zone }) => ({ day: to, time: end, zone })))
  .refine(({ day, to, start, end }) => start === '' || end === '' || to > day || end > start, {
    error: says('agenda.error.reversed'),
    path: ['end'],
  })

/** The typed values, as days or as hours. */
export function plannedTimeOf({ day, to, start, end, zone }: z.output<typeof plannedDateForm>): PlannedTime {
  if (start === '') return { from: day, to }
  return { start: instantOf(day, start, zone), end: end === '' ? null : instantOf(to, end, zone) }
}
