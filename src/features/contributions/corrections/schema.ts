import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { readMailAddress } from '../../../platform/mail/mail-address.ts'

/** What a reader without an account reports: the error, their source, and how to answer. */
export const correctionForm = z.object({
  words: z.string().trim().min(10, says('contributions.error.words')).max(3000),
  source: z.string().trim().max(500).default(''),
  name: z.string().trim().max(100).default(''),
  address: z
    .string()
    .trim()
    .min(1)
    .refine((address) => readMailAddress(address) !== null, says('ui.form.email'))
    .transform((address) => readMailAddress(address) ?? address),
  // Hidden from people; programs fill it in.
  website: z.string().default(''),
  begun: z.string().max(200).default(''),
})
