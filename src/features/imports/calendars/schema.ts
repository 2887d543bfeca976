import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'

export const rhythms = ['once', 'always'] as const
export const visibilities = ['network', 'public'] as const

/** The form that begins a calendar; its file is read separately. */
export const newCalendarForm = z.object({
  address: z
    .string()
    .trim()
    .max(2_000, { error: says('imports.calendar.trouble.addressWrong') })
    .default(''),
  follow: z.enum(rhythms).default('once'),
  visibility: z.enum(visibilities).default('network'),
  language: z.string().max(35).default(''),
})
