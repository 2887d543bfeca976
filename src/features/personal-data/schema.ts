import { z } from 'zod'
import { says } from '../../platform/input/form.ts'

/** An erasure is asked for by a box that is ticked on purpose. */
export const erasureForm = z.object({
  sure: z.literal('yes', { error: says('personal-data.erasure.tick') }),
})
