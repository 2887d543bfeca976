import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { typedText } from '../../../platform/input/text-input.ts'

export const longestPoint = 300
export const longestRapporteur = 200

export const pointForm = z.object({
  title: typedText({ max: longestPoint, isRequired: true }),
  rapporteur: z.string().trim().max(longestRapporteur).default(''),
  plannedMinutes: z
    .string()
    .trim()
    .regex(/^$|^(?:[1-9]\d?|[1-5]\d\d|600)$/, { error: says('minutes.error.minutes') })
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
})

/** The button that was pressed beside a point. */
export const pointAction = z
  .object({ up: z.uuid(), down: z.uuid(), remove: z.uuid(), restore: z.uuid() })
  .partial()
