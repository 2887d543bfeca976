import { z } from 'zod'
import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import { typedAddress } from '../../../../platform/mail/typed-address.ts'

const longestName = 100

/** A person without an account who answers for an organisation by a link. */
export const contactForm = z.object({
  request: z.string(),
  name: z.string().trim().max(longestName).default(''),
  address: typedAddress,
  language: z.enum(interfaceLanguages),
})
