import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { legalBases } from '../legal.ts'

export const longestPurpose = 1000

export const processingForm = z.object({
  controller: z.string().trim().min(1).max(300),
  purpose: typedText({ max: longestPurpose, isRequired: true }),
  legalBasis: z.enum(legalBases),
  retentionMonths: z.coerce
    .number({ error: says('contacts.error.months') })
    .int(says('contacts.error.months'))
    .min(6, says('contacts.error.months'))
    .max(60, says('contacts.error.months')),
  recipients: typedText({ max: longestPurpose }),
  showsFunctions: z
    .literal('yes')
    .optional()
    .transform((given) => given === 'yes'),
})
