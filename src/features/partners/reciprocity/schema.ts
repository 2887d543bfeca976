import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'

/** The form that says for how many visits an event of a tie counts. */
export function visitCountForm(eventIds: readonly string[]) {
  return z.object({
    event: z.string().refine((id) => eventIds.includes(id)),
    visits: z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,2}$/, says('partners.error.visits'))
      .transform(Number),
  })
}
