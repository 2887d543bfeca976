import { z } from 'zod'
import type { TypedText } from '../../../platform/i18n/localized-text.ts'
import { saidDate } from '../../../platform/input/date-input.ts'
import { says } from '../../../platform/input/form.ts'
import { chosenAmong, typedText } from '../../../platform/input/text-input.ts'
import { themes } from '../../networks/index.ts'
import { mostWishes, wishKinds } from './round.ts'

export const longestWish = 600

/** Up to three wishes of one authority, or that it has none: then a part left empty is no wish. */
export const wishesForm = z
  .object({
    passed: z.literal('yes').optional(),
    seen: z.string().optional(),
    wishes: z
      .array(
        z.object({
          id: z.string().optional(),
          kind: z.enum(wishKinds),
          text: typedText({ max: longestWish }),
          themes: chosenAmong(themes),
        }),
      )
      .max(mostWishes)
      .default([]),
  })
  .superRefine(({ passed, wishes }, context) => {
    const isPassed = passed === 'yes'
    for (const [index, { text }] of wishes.entries())
      if (isEmpty(text) && !isPassed)
        context.addIssue({
          code: 'custom',
          path: ['wishes', index, 'text'],
          message: says('ui.form.missing'),
        })
    if (isPassed && wishes.some(({ text }) => !isEmpty(text)))
      context.addIssue({ code: 'custom', path: ['passed'], message: says('partners.error.passed') })
  })
  .transform(({ passed, seen, wishes }) => ({
    seen,
    hasPassed: passed === 'yes',
    wishes: wishes.filter(({ text }) => !isEmpty(text)),
  }))

function isEmpty({ texts }: TypedText): boolean {
  return Object.values(texts).every((text) => text === '')
}

/** What is undertaken because of a wish, and by when; the body is picked beside. */
export function commitmentForm(language: string, today: string) {
  return z.object({
    text: typedText({ max: longestWish, isRequired: true }),
    due: saidDate(language, today),
  })
}

export const closingForm = z.object({ closed: z.enum(['yes', 'no']) })
