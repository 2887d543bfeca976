import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'

const longestWords = 1000

/** A request for at most so many seats, for one of the authorities that somebody speaks for. */
export function requestForm(own: readonly string[], left: number) {
  return z.object({
    authority: z.string().refine((id) => own.includes(id)),
    count: z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,2}$/, { error: says('agenda.error.count') })
      .transform(Number)
      .refine((count) => count <= left, { error: says('agenda.error.tooManySeats') }),
    words: z.string().trim().max(longestWords).default(''),
  })
}

/** An answer to a request; whoever refuses says why. */
export const answerForm = z
  .object({
    action: z.enum(['accepted', 'refused']),
    answer: z.string().trim().max(longestWords).default(''),
  })
  .refine(({ action, answer }) => action === 'accepted' || answer !== '', {
    path: ['answer'],
    error: says('agenda.error.refusalWord'),
  })
