import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { readMailAddress } from '../../../platform/mail/mail-address.ts'

/** The address of somebody without an account. */
export const typedAddress = z
  .string()
  .trim()
  .min(1)
  .refine((typed) => readMailAddress(typed) !== null, says('ui.form.email'))
  .transform((typed) => readMailAddress(typed) ?? typed)

/** Whose links are to be sent again. */
export const renewalForm = z.object({ address: typedAddress })
