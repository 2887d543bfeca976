import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { outcomes } from '../expectation.ts'

export const longestWord = 2000

/** What became of it: what is satisfied was met by somebody, by their answer. */
export function closingForm(takers: readonly string[]) {
  return z
    .object({
      outcome: z.enum(outcomes),
      by: z.union([z.literal(''), z.string().refine((id) => takers.includes(id))]).default(''),
      word: localizedText({ max: longestWord }),
    })
    .refine(({ outcome, by }) => outcome !== 'satisfied' || by !== '', {
      path: ['by'],
      error: says('partners.error.metBy'),
    })
    .transform(({ outcome, by, word }) => ({
      outcome,
      requestId: by === '' || outcome === 'unmet' || outcome === 'withdrawn' ? null : by,
      word,
    }))
}
