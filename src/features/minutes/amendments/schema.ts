import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import type { Section } from '../sections/section.ts'

export const longestPassage = 2000
export const longestReason = 1000

/** Another wording of a passage of these sections, which must contain the passage to the letter. */
export function amendmentForm(sections: readonly Section[]) {
  return z
    .object({
      section: z.uuid({ error: says('ui.form.missing') }),
      language: z.string().max(20),
      passage: z.string().trim().min(1).max(longestPassage),
      proposal: z.string().trim().max(longestPassage).default(''),
      reason: z.string().trim().min(1).max(longestReason),
    })
    .refine(
      ({ section, language, passage }) =>
        sections.find(({ id }) => id === section)?.text[language]?.text.includes(passage) ?? false,
      { path: ['passage'], error: says('minutes.error.passage') },
    )
    .refine(({ passage, proposal }) => passage !== proposal, {
      path: ['proposal'],
      error: says('minutes.error.proposalSame'),
    })
}

export const decisionForm = z.object({
  decision: z.enum(['accepted', 'declined']),
  answer: z.string().trim().max(longestReason).default(''),
})
