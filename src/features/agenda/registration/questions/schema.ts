import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'
import { chosenAmong } from '../../../../platform/input/text-input.ts'
import { plainLine } from '../plain-line.ts'
import type { Question } from './question.ts'

export const longestLine = 300
export const longestAnswer = 3000

/** What a form sends for the questions of an event, by their ids. */
export function answersForm(questions: readonly Question[]) {
  return z
    .object(Object.fromEntries(questions.map((question) => [question.id, answerForm(question)])))
    .prefault({})
    .transform((given) => {
      const answers: Record<string, string | string[]> = {}
      for (const [id, answer] of Object.entries(given)) if (answer.length > 0) answers[id] = answer
      return answers
    })
}

function answerForm({ kind, choices, isRequired }: Question): z.ZodType<string | string[]> {
  const ids = choices.map(({ id }) => id)
  const isGiven = (answer: string | string[]) => !isRequired || answer.length > 0
  const missing = { error: says('ui.form.missing') }
  if (kind === 'several') {
    const [first, ...others] = ids
    return first === undefined
      ? z
          .unknown()
          .optional()
          .transform(() => [])
      : chosenAmong([first, ...others]).refine(isGiven, missing)
  }
  if (kind === 'one') return oneOf(ids).refine(isGiven, missing)
  if (kind === 'yes_no') return oneOf(['yes', 'no']).refine(isGiven, missing)
  return kind === 'line'
    ? plainLine(longestLine).default('').refine(isGiven, missing)
    : z.string().trim().max(longestAnswer).default('').refine(isGiven, missing)
}

function oneOf(values: readonly string[]) {
  return z
    .string()
    .default('')
    .refine((value) => value === '' || values.includes(value))
}
