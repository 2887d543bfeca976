import { z } from 'zod'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { dayInput } from '../../../platform/input/date-input.ts'
import { says } from '../../../platform/input/form.ts'

const furthestDays = 366

/** The first day of a sending: from today by the clock to a year ahead. */
export function startForm(today: string) {
  const last = Temporal.PlainDate.from(today).add({ days: furthestDays }).toString()
  return z.object({
    issue: z.string().default(''),
    from: dayInput().refine((day) => day >= today && day <= last, says('newsletter.sending.error.day')),
  })
}

/** The languages of a trial, and its recipients among those offered. */
export function trialForm(personIds: readonly string[]) {
  const several = <S extends z.ZodType>(each: S) =>
    z.preprocess(
      (value) => [value ?? []].flat(),
      z.array(each).min(1, says('newsletter.sending.error.choose')),
    )
  return z.object({
    languages: several(z.enum(interfaceLanguages)),
    people: several(z.string().refine((id) => personIds.includes(id))),
  })
}
