import type { Context } from '../../../platform/context/context.ts'
import { secretLinks } from '../../../platform/links/secret-links.ts'

/** Links by which offices answer without an account. */
export const questionLinks = secretLinks({ table: 'briefs_link', owner: ['question_id'] })

export interface Question {
  id: string
  country: string
  /** Null once it was erased. */
  address: string | null
  language: string
  /** Of the person who asks; null once they are gone. */
  askerLanguage: string | null
  askedAt: Date
  endsAt: Date
  withdrawnAt: Date | null
  /** How many items were answered. */
  answered: number
}

/** Whether a link can still be answered by, and if not, why. */
export function questionState(
  { endsAt, withdrawnAt }: Question,
  { clock }: Pick<Context, 'clock'>,
): 'open' | 'withdrawn' | 'ended' {
  if (withdrawnAt !== null) return 'withdrawn'
  return endsAt.getTime() <= clock.now().epochMilliseconds ? 'ended' : 'open'
}
