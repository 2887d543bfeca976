import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { personName, writtenLanguage } from '../schema.ts'

const ticked = (key: Parameters<typeof says>[0]) => z.literal('yes', { error: says(key) })

/** What a newcomer types when accepting an invitation. */
export const newcomerForm = z
  .object({
    name: personName,
    language: writtenLanguage,
    country: z.string().regex(/^[A-Z]{2}$/),
    consent: ticked('people.error.consent'),
    transfer: z.enum(['', 'yes']).default(''),
  })
  // Korean law requires this consent to be separate from any other (개인정보 보호법 제28조의8).
  .refine(({ country, transfer }) => country !== 'KR' || transfer === 'yes', {
    path: ['transfer'],
    error: says('people.error.transfer'),
    // Reported together with whatever else is missing.
    when: () => true,
  })
