import { z } from 'zod'
import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'

/** A body that the directory lacks, as far as a text describes it. */
export const newBodyForm = z.object({
  new: z.object({
    name: z.string().trim().min(1).max(200),
    country: z.string().regex(/^[A-Z]{2}$/),
    kind: z.string().min(1),
  }),
})

/** A date that the text gives relative to something else: one of the dates offered, or a written one; empty if it stays without. */
export function openDateForm(language: InterfaceLanguage) {
  return z.object({
    candidate: z.string().optional(),
    date: optionalSaidDate(language),
    without: z.string().optional(),
  })
}

/** Whether two names are one person: `one` or `other` says which of them is right. */
export const onePersonForm = z.object({ answer: z.enum(['one', 'other', 'two']) })
