import { z } from 'zod'
import type { TextState } from '../../../platform/i18n/localized-text.ts'
import type { IndexedState } from '../texts/text-rows.ts'

const longest = 20_000
const ticked = z.literal('yes').optional()

/** The form of one translation. */
export const translationForm = z.object({
  text: z.string().trim().min(1).max(longest),
  reviewed: ticked,
  /** The text is, or began as, what a machine proposed. */
  machine: ticked,
  madeFrom: z.string().max(100),
  /** Where to go when it is saved. */
  goTo: z.enum(['stay', 'next']).default('stay'),
})

/** The form whose text a machine is asked for: what stands in it is kept beside. */
export const proposalForm = z.object({ text: z.string().max(longest).default('') })

/** How far a saved text can be relied on: only as far as the person says that it was read. */
export function stateAfter(
  previous: IndexedState,
  { reviewed, machine }: { reviewed: boolean; machine: boolean },
): TextState {
  if (reviewed) return 'reviewed'
  return machine || previous === 'machine' ? 'machine' : 'stale'
}
