import { z } from 'zod'
import { isWithin, seenDays } from '../../../platform/dates/index.ts'
import { says } from '../../../platform/input/form.ts'
import { isDay } from '../../../platform/settings/settings.ts'
import { identifier, personName, typedAddress, writtenLanguage } from '../schema.ts'
import { mostOrganisations } from './organisation-choices.ts'

/** The roles that an invitation gives. The chair is named instead. */
export const invitedRoles = ['coordinator', 'member', 'contributor', 'reader'] as const

export const invitationForm = z.object({
  address: typedAddress,
  name: personName,
  role: z.enum(invitedRoles),
  language: writtenLanguage,
  organisations: z.array(z.object({})).max(mostOrganisations).default([]),
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
    .refine((text) => text === '' || (isDay(text) && isWithin(seenDays, text)), says('people.error.day'))
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
})
