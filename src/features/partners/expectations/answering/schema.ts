import { z } from 'zod'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { answers, reasons } from '../expectation.ts'

export const longestWords = 3000

/** What a member answers: one that cannot, or cannot all, gives a reason; another reason is given in words. */
export function answerForm(previous: LocalizedText) {
  return z
    .object({
      answer: z.enum(answers),
      reason: z.union([z.literal(''), z.enum(reasons)]).default(''),
      words: localizedText({ max: longestWords, previous }),
      seen: z.string().optional(),
    })
    .refine(({ answer, reason }) => answer === 'yes' || reason !== '', {
      path: ['reason'],
      error: says('partners.error.reason'),
    })
    .refine(
      ({ answer, reason, words }) => answer === 'yes' || reason !== 'other' || Object.keys(words).length > 0,
      {
        path: ['words'],
        error: says('partners.error.reasonWords'),
      },
    )
    .transform(({ answer, reason, words, seen }) => ({
      answer,
      // A member that can answer gives no reason, whatever was chosen before.
      reason: answer === 'yes' || reason === '' ? null : reason,
      words,
      seen,
    }))
}
