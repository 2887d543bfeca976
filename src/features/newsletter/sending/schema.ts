import { z } from 'zod'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { dayInput } from '../../../platform/input/day-input.ts'
import { says } from '../../../platform/input/form.ts'

const furthestDays = 366

/** From which day on a letter leaves: today by the clock, or within a year. */
export function startForm(today: string) {
  const last = Temporal.PlainDate.from(today).add({ days: furthestDays }).toString()
  return z.object({
    issue: z.string().default(''),
    from: dayInput().refine((day) => day >= today && day <= last, says('newsletter.sending.error.day')),
  })
}

/** In which languages a trial is sent, and to whom of those offered. */
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
