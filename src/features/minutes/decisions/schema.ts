import { z } from 'zod'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import type { FormValues } from '../../../platform/input/form.ts'
import { textValues, typedText } from '../../../platform/input/text-input.ts'
import { dateToType } from '../../../ui/text/date-words.ts'
import { pickedValues } from '../meetings/schema.ts'
import { decisionStates } from './decision.ts'
import type { Decision } from './queries.ts'

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

/** The form values of a decision before anybody types. */
export function decisionValues(reader: Reader, decision: Decision): FormValues {
  return {
    state: decision.state,
    horizon: typedDate(reader, decision.horizon, decision.horizonWords),
    quotation: decision.quotation,
    ...textValues('text', decision.text),
    ...textValues('saidBy', decision.saidBy),
    ...Object.assign(
      {},
      ...decision.actions.map((action, index) => ({
        [`actions.${index}.id`]: action.id,
        ...textValues(`actions.${index}.text`, action.text),
        [`actions.${index}.person`]: action.person,
        [`actions.${index}.due`]: typedDate(reader, action.due, action.dueWords),
        ...pickedValues(reader, `actions.${index}.organisation`, action.organisation),
      })),
    ),
  }
}

function typedDate(reader: Reader, edtf: string | null, words: LocalizedText): string {
  return edtf === null ? '' : dateToType(reader, edtf, chooseText(words, reader.language)?.text ?? null)
}
