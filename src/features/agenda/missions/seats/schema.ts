import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'

export const longestWords = 1000

interface AskedSeats {
  /** The authorities that the reader speaks for. */
  own: readonly string[]
  left: number
  isOpen: boolean
}

/** A request for at most so many seats, for one of the reader’s authorities; once requests are closed, that is the only error. */
export function requestForm({ own, left, isOpen }: AskedSeats) {
  const request = z.object({
    authority: z.string().refine((id) => own.includes(id)),
    count: z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,2}$/, { error: says('agenda.error.count') })
      .transform(Number)
      .refine((count) => count <= left, { error: says('agenda.error.tooManySeats') }),
    words: z.string().trim().max(longestWords).default(''),
  })
  return z
    .unknown()
    .refine(() => isOpen, { path: ['count'], error: says('agenda.error.seatsClosed') })
    .pipe(request)
}

/** An answer to a request; a refusal needs a reason. */
export const answerForm = z
  .object({
    action: z.enum(['accepted', 'refused']),
    answer: z.string().trim().max(longestWords).default(''),
  })
  .refine(({ action, answer }) => action === 'accepted' || answer !== '', {
    path: ['answer'],
    error: says('agenda.error.refusalWord'),
  })
