import { z } from 'zod'
import { dayInput } from '../../../platform/input/day-input.ts'
import { says } from '../../../platform/input/form.ts'
import { typedText } from '../../../platform/input/text-input.ts'

export const untilForm = z.object({ until: dayInput() })
// Closing cannot be undone, so pressing a button is not enough.
export const finalForm = z.object({
  number: z.string().trim().min(1).max(40),
  sure: z.literal('yes', { error: says('minutes.error.sure') }),
})
export const erratumForm = z.object({ text: typedText({ max: 2000, isRequired: true }) })
