import { z } from 'zod'
import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'

/** A body that the directory lacks, as much of it as a text tells. */
export const newBodyForm = z.object({
  new: z.object({
    name: z.string().trim().min(1).max(200),
    country: z.string().regex(/^[A-Z]{2}$/),
    kind: z.string().min(1),
  }),
})

/** When something was that a text dates by something else: one of the dates offered, or one written; nothing where it stays without. */
export function openDateForm(language: InterfaceLanguage) {
  return z.object({
    candidate: z.string().optional(),
    date: optionalSaidDate(language),
    without: z.string().optional(),
  })
}

/** Whether two names are one person: `one` or `other` says which of them is right. */
export const onePersonForm = z.object({ answer: z.enum(['one', 'other', 'two']) })
