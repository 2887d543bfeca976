import { z } from 'zod'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { says } from '../../../platform/input/form.ts'
import { chosenAmong, typedText } from '../../../platform/input/text-input.ts'
import { themes } from '../../networks/index.ts'
import { postKinds } from '../legal.ts'
import { trades } from '../trades/trades.ts'

export const longestFunction = 160

export const postForm = z.object({
  function: typedText({ max: longestFunction, isRequired: true }),
  kind: z.enum(postKinds, { error: says('contacts.error.kind') }),
  themes: chosenAmong(themes),
  trades: chosenAmong(trades),
  position: z.coerce.number().int().min(1).max(99).catch(1),
})

/** Since when a post is vacant, and for when a successor is announced: one of the two at least. */
export function vacancyForm(language: string) {
  return z
    .object({ since: optionalSaidDate(language), announcedFor: optionalSaidDate(language) })
    .refine(({ since, announcedFor }) => since !== null || announcedFor !== null, {
      path: ['since'],
      error: says('contacts.error.vacancy'),
    })
}
