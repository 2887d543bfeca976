import { z } from 'zod'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { decisionStates } from './decision.ts'

export const longestDecision = 1000
export const longestSaidBy = 300
export const longestQuotation = 1000

/** A decision with its actions, whose organisations are picked beside. */
export function decisionForm(language: string, today: string) {
  return z.object({
    text: typedText({ max: longestDecision, isRequired: true }),
    saidBy: typedText({ max: longestSaidBy }),
    state: z.enum(decisionStates),
    horizon: optionalSaidDate(language, today),
    quotation: z.string().trim().max(longestQuotation).default(''),
    actions: z
      .array(
        z.object({
          id: z.union([z.uuid(), z.literal('')]).default(''),
          text: typedText({ max: longestDecision, isRequired: true }),
          person: z.string().trim().max(longestSaidBy).default(''),
          due: optionalSaidDate(language, today),
        }),
      )
      .default([]),
  })
}
