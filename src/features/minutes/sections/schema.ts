import { z } from 'zod'
import { typedText } from '../../../platform/input/text-input.ts'

export const longestSectionTitle = 200
export const longestSection = 30_000

export const sectionForm = z.object({
  title: typedText({ max: longestSectionTitle, isRequired: true }),
  text: typedText({ max: longestSection }),
  level: z.coerce.number().int().min(2).max(4),
  reason: z.string().trim().max(300).default(''),
  seen: z.coerce.number().int().min(0).catch(0),
  action: z.enum(['preview', 'save']).default('save'),
})

/** The button that was pressed beside a part. */
export const sectionAction = z.object({ up: z.uuid(), down: z.uuid(), remove: z.uuid() }).partial()
