import { z } from 'zod'
import { typedAddress } from '../../../../platform/mail/typed-address.ts'

/** The sender of a proposal. */
export const senderForm = z.object({
  body: z.string().trim().min(1).max(200),
  sender: z.string().trim().max(100).default(''),
  address: typedAddress,
  // Hidden from people; programs fill it in.
  website: z.string().default(''),
  begun: z.string().max(200).default(''),
})
