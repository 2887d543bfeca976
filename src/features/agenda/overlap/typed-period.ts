import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { typedDay } from '../planning/typed-date.ts'
import type { OfficeHours } from './slots.ts'

/** A longer period is no search for a date. */
export const mostSearchedDays = 31

const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, says('agenda.error.time'))

/** The days in which a slot is looked for, and the office hours of each country in their order. */
export function overlapForm(countries: readonly string[]) {
  const hours = Object.fromEntries(
    countries.flatMap((_, index) => namesOf(index)).map((name) => [name, hour]),
  )
  const typed = z
    .object({ from: typedDay, to: typedDay })
    // Fields that are no day are not compared.
    .transform((period) => period)
    .refine(({ from, to }) => from <= to, { error: says('agenda.error.reversed'), path: ['to'] })
    .refine(
      ({ from, to }) =>
        Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days < mostSearchedDays,
      { error: says('agenda.error.long'), path: ['to'] },
    )
    .and(z.object(hours))
  return countries.reduce((form, _, index) => {
    const [, closes] = namesOf(index)
    return form.refine((values) => hoursIn(values, index).from < hoursIn(values, index).to, {
      error: says('agenda.error.reversed'),
      path: [closes],
    })
  }, typed)
}

/** The fields of the office hours of the country at that place in the list. */
export function namesOf(index: number): [opens: string, closes: string] {
  return [`opens-${index + 1}`, `closes-${index + 1}`]
}

/** The typed office hours of that country. */
export function hoursIn(values: object, index: number): OfficeHours {
  const [opens, closes] = namesOf(index)
  return { from: textIn(values, opens), to: textIn(values, closes) }
}

function textIn(values: object, name: string): string {
  const value: unknown = Reflect.get(values, name)
  return typeof value === 'string' ? value : ''
}
