import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'

export const messageForm = z.object({ text: z.string().trim().min(1).max(5000) })

/** A refusal needs its reason, so that whoever suggested something can answer or understand. */
export const decisionForm = z
  .object({
    decision: z.enum(['accepted', 'declined', 'withdrawn', 'released']),
    because: z.string().trim().max(2000).default(''),
    seen: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .refine(({ decision, because }) => decision !== 'declined' || because.length >= 3, {
    path: ['because'],
    error: says('contributions.error.declined'),
  })
