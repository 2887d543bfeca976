import { z } from 'zod'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { says } from '../../../platform/input/form.ts'
import { readMailAddress } from '../../../platform/mail/mail-address.ts'

/** A party’s statement on a tie; a dispute needs its reason. */
export const stanceForm = z
  .object({
    stance: z.enum(['confirmed', 'disputed']),
    organisation: z.uuid().optional(),
    words: z.string().trim().max(2000).default(''),
    said_as: z.string().trim().max(200).default(''),
  })
  .refine(({ stance, words }) => stance === 'confirmed' || words.length >= 3, {
    path: ['words'],
    error: says('registry.confirmation.error.words'),
  })

/** Whom to ask for a party, and in which language. */
export const requestForm = z.object({
  organisation: z.uuid(),
  address: z
    .string()
    .trim()
    .min(1)
    .refine((address) => readMailAddress(address) !== null, says('ui.form.email'))
    .transform((address) => readMailAddress(address) ?? address),
  name: z.string().trim().max(200).default(''),
  language: z.enum(interfaceLanguages),
})
