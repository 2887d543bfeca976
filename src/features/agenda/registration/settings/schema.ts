import { z } from 'zod'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { dayInput } from '../../../../platform/input/day-input.ts'
import { says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { typedTime } from '../../events/forms/when-reading.ts'
import { audiences } from '../terms.ts'
import { typedQuestions } from './typed-questions.ts'

export const longestUse = 1000
export const mostMonths = 36
export const reminders = ['', '1', '2', '3', '7', '14'] as const

const places = z
  .string()
  .trim()
  .regex(/^$|^[1-9]\d{0,4}$/, { error: says('agenda.error.places') })
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

/** The terms on which people register, as their form sends them. */
export function termsForm({ countries, dataUse }: { countries: readonly string[]; dataUse: LocalizedText }) {
  return z.object({
    isOpen: z.enum(['yes', 'no']),
    untilDay: dayInput(says('agenda.error.day')),
    untilTime: typedTime,
    zone: z.string().refine(isZone, { error: says('agenda.error.zone') }),
    forWhom: z.enum(audiences),
    places,
    countryPlaces: z.object(Object.fromEntries(countries.map((country) => [country, places]))).prefault({}),
    ...typedQuestions,
    dataUse: localizedText({ max: longestUse, isRequired: true, previous: dataUse }),
    keptMonths: z
      .string()
      .trim()
      .regex(/^\d{1,2}$/, { error: says('agenda.error.keptMonths') })
      .transform(Number)
      .refine((months) => months >= 1 && months <= mostMonths, { error: says('agenda.error.keptMonths') }),
    reminderDays: z
      .enum(reminders)
      .default('')
      .transform((days) => (days === '' ? null : Number(days))),
  })
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z]+\/[A-Za-z_/+-]+$|^UTC$/.test(zone)
  } catch {
    return false
  }
}
