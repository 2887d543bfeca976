import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { isDay } from '../../../platform/settings/settings.ts'
import { identifier, personName, typedAddress, writtenLanguage } from '../schema.ts'

/** The roles that an invitation gives; the chair is named instead. */
export const invitedRoles = ['coordinator', 'member', 'contributor', 'reader'] as const

export const invitationForm = z.object({
  address: typedAddress,
  name: personName,
  role: z.enum(invitedRoles),
  language: writtenLanguage,
  organisations: z.string().max(2000).default(''),
  words: z
    .string()
    .trim()
    .max(1000)
    .transform((text) => text || null)
    .default(null),
})

export const roleEndForm = z.object({
  /** Empty for now. */
  endsOn: z
    .string()
    .trim()
    .refine((text) => text === '' || isDay(text), says('people.error.day'))
    .default(''),
  reason: z
    .string()
    .trim()
    .max(300)
    .transform((text) => text || null)
    .default(null),
})

export const chairForm = z.object({
  personId: identifier,
  organisation: z.string().trim().min(1).max(200),
})
