import { z } from 'zod'
import { dayInput } from '../../../platform/input/day-input.ts'
import { says } from '../../../platform/input/form.ts'

/** The longest word that goes with a commitment or a prolongation. */
export const longestWord = 1000

/** How many, from 1 to 999, as a form sends it. */
const typedCount = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,2}$/, { error: says('agenda.error.commitmentCount') })
  .transform(Number)

/** A commitment of one of the authorities that the reader speaks for. */
export function commitmentForm(own: readonly string[]) {
  return z.object({
    authority: z.string().refine((id) => own.includes(id)),
    people: typedCount,
    words: z.string().trim().max(longestWord).default(''),
  })
}

/** More time, with a word that everybody gets. */
export const prolongationForm = z.object({
  until: dayInput(says('agenda.error.day')),
  word: z.string().trim().min(1).max(longestWord),
})
