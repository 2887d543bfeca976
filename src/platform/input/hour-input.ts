import type { z } from 'zod'
import { hourTrouble } from '../dates/index.ts'
import { says } from './form.ts'

/** Refuses beside its field an hour that its clock skips in spring, or shows twice in autumn; for `superRefine`. No hour is none of these. */
export function plainHour<T>(
  field: string,
  hourOf: (typed: T) => { day: string; time: string | null; zone: string },
) {
  return (typed: T, context: z.RefinementCtx<T>) => {
    const { day, time, zone } = hourOf(typed)
    const trouble = time ? hourTrouble(day, time, zone) : null
    if (trouble) context.addIssue({ code: 'custom', path: [field], message: says(trouble) })
  }
}
