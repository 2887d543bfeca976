import { z } from 'zod'
import { chosenAmong } from '../../../platform/input/choice-input.ts'
import { saidDate } from '../../../platform/input/date-input.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { themes } from '../../networks/index.ts'
import { mostWishes, wishKinds } from './round.ts'

export const longestWish = 600

/** Up to three wishes of one authority, or that it has none. */
export const wishesForm = z.object({
  passed: z.literal('yes').optional(),
  wishes: z
    .array(
      z.object({
        kind: z.enum(wishKinds),
        text: typedText({ max: longestWish, isRequired: true }),
        themes: chosenAmong(themes),
      }),
    )
    .max(mostWishes)
    .default([]),
})

/** What is undertaken because of a wish, and by when; the body is picked beside. */
export function commitmentForm(language: string, today: string) {
  return z.object({
    text: typedText({ max: longestWish, isRequired: true }),
    due: saidDate(language, today),
  })
}

export const closingForm = z.object({ closed: z.enum(['yes', 'no']) })
