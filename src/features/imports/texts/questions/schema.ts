import { z } from 'zod'

/** A body that the directory lacks, as much of it as a text tells. */
export const newBodyForm = z.object({
  new: z.object({
    name: z.string().trim().min(1).max(200),
    country: z.string().regex(/^[A-Z]{2}$/),
    kind: z.string().min(1),
  }),
})
