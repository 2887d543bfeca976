import { z } from 'zod'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { says } from '../../../platform/input/form.ts'
import { actionStates } from './action.ts'

export const longestNote = 1000

/** What became of an action; a postponed one needs another date. */
export function stepForm(language: string, today: string) {
  return z
    .object({
      state: z.enum(actionStates, { error: says('minutes.error.actionState') }),
      due: optionalSaidDate(language, today),
      note: z.string().trim().max(longestNote).default(''),
    })
    .refine(({ state, due }) => state !== 'postponed' || due !== null, {
      path: ['due'],
      error: says('minutes.error.dueMissing'),
    })
}
