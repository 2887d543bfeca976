import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'

export const messageForm = z.object({ text: z.string().trim().min(1).max(5000) })

/** A refusal needs its reason. */
const because = z.string().trim().max(2000).default('')
const isReasoned = ({ decision, because: reason }: { decision: string; because: string }) =>
  decision !== 'refused' || reason.length >= 3
const unreasoned = { path: ['because'], error: says('agenda.error.because') }

export const decisionForm = z
  .object({ decision: z.enum(['accepted', 'refused', 'released']), because })
  .refine(isReasoned, unreasoned)

/** The decision on a wish; `seen` identifies the change that was looked at. */
export const wishDecisionForm = z
  .object({ decision: z.enum(['accepted', 'refused']), because, seen: z.string().max(100).default('') })
  .refine(isReasoned, unreasoned)

export const assignmentForm = z.object({ person: z.uuid() })

/** What goes along with the forms of an amended proposal. */
export const amendmentFields = z.object({
  number: z.coerce.number().int().min(1).max(1_000_000),
  note: z.string().trim().max(2000).default(''),
})
