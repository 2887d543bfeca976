import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'

export const longestWord = 1000

/** The form that puts an expectation to members, with a day and an optional word. */
export function relayForm(unasked: readonly string[], today: string) {
  return z
    .object({
      to: z.enum(['all', 'chosen']),
      members: z
        .preprocess(
          (value) => (value === undefined || value === '' ? [] : [...new Set([value].flat())]),
          z.array(z.string().refine((id) => unasked.includes(id))),
        )
        .default([]),
      answerBy: z
        .union([
          z.literal(''),
          z.iso
            .date({ error: says('partners.error.day') })
            .refine((day) => day >= today, says('partners.error.dayPast'))
            .refine((day) => day < '2200-01-01', says('partners.error.day')),
        ])
        .default(''),
      word: localizedText({ max: longestWord }),
    })
    .refine(({ to, members }) => to === 'all' || members.length > 0, {
      path: ['members'],
      error: says('partners.error.membersMissing'),
    })
    .transform(({ to, members, answerBy, word }) => ({
      organisationIds: to === 'all' ? null : members,
      answerBy: answerBy === '' ? null : answerBy,
      word,
    }))
}
