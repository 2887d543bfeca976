import { z } from 'zod'

const longest = 20_000

/** The form of one translation. */
export const translationForm = z.object({
  text: z.string().trim().min(1).max(longest),
  /** Read over as it stands; what was changed is reviewed without it. */
  reviewed: z.literal('yes').optional(),
  /** `proposalOf` what a machine proposed; '' when none did. */
  proposal: z.string().max(100).default(''),
  madeFrom: z.string().max(100),
  /** Where to go when it is saved. */
  goTo: z.enum(['stay', 'next']).default('stay'),
})

/** The form whose text a machine is asked for: what stands in it is kept beside. */
export const proposalForm = z.object({ text: z.string().max(longest).catch('') })
