import { z } from 'zod'
import { typedText } from '../../../platform/input/text-input.ts'

export const untilForm = z.object({ until: z.iso.date() })
export const numberForm = z.object({ number: z.string().trim().min(1).max(40) })
export const erratumForm = z.object({ text: typedText({ max: 2000, isRequired: true }) })
