import { z } from 'zod'

const longest = 20_000

/** The form of one translation. */
export const translationForm = z.object({
  text: z.string().trim().min(1).max(longest),
  /** Marks an unchanged text as reviewed; a changed one is reviewed without it. */
  reviewed: z.literal('yes').optional(),
  /** `proposalOf` a machine’s proposal; '' if there was none. */
  proposal: z.string().max(100).default(''),
  madeFrom: z.string().max(100),
  /** Where to go after saving. */
  goTo: z.enum(['stay', 'next']).default('stay'),
})

/** The form for which a machine is asked for a text: the typed text is kept beside. */
export const proposalForm = z.object({ text: z.string().max(longest).catch('') })
