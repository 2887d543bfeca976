import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { personName, writtenLanguage } from '../schema.ts'

const ticked = (key: Parameters<typeof says>[0]) => z.literal('yes', { error: says(key) })

/** What somebody says who accepts an invitation and has no account yet. */
export const newcomerForm = z
  .object({
    name: personName,
    language: writtenLanguage,
    country: z.string().regex(/^[A-Z]{2}$/),
    consent: ticked('people.error.consent'),
    transfer: z.enum(['', 'yes']).default(''),
  })
  // Korean law asks for this consent apart from any other (개인정보 보호법 제28조의8).
  .refine(({ country, transfer }) => country !== 'KR' || transfer === 'yes', {
    path: ['transfer'],
    error: says('people.error.transfer'),
    // Said along with whatever else is missing.
    when: () => true,
  })
