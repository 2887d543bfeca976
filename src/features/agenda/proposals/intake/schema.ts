import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'
import { readMailAddress } from '../../../../platform/mail/mail-address.ts'

const address = z
  .string()
  .trim()
  .min(1)
  .refine((typed) => readMailAddress(typed) !== null, says('ui.form.email'))
  .transform((typed) => readMailAddress(typed) ?? typed)

/** Who proposes an event, beside what they propose. */
export const senderForm = z.object({
  body: z.string().trim().min(1).max(200),
  sender: z.string().trim().max(100).default(''),
  address,
  // Hidden from people; programs fill it in.
  website: z.string().default(''),
  begun: z.string().max(200).default(''),
})

/** Whose links are to be sent again. */
export const renewalForm = z.object({ address })
