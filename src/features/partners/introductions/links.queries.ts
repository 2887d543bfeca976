import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'

export interface Link {
  introductionId: string
  purpose: 'confirm' | 'keep'
  /** Whether a confirmation can still be given by it. */
  isOpen: boolean
}

/** What a link leads to, or null when nobody was sent it, or it was ended. */
export async function lookUpLink({ clock, database }: Context, token: string): Promise<Link | null> {
  const row = await database
    .selectFrom('partners_introduction_link')
    .select(['introduction_id', 'purpose', 'expires_at', 'used_at'])
    .where('token_digest', '=', digestOf(token))
    .executeTakeFirst()
  if (!row) return null
  const isInTime = row.expires_at === null || row.expires_at.getTime() > clock.now().epochMilliseconds
  return {
    introductionId: row.introduction_id,
    purpose: row.purpose === 'confirm' ? 'confirm' : 'keep',
    isOpen: row.used_at === null && isInTime,
  }
}
