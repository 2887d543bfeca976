import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'
import { type LinkOwner, ownerColumns } from './link.ts'

export interface Link {
  /** What it leads to: one of the two. */
  proposalId: string | null
  registrationId: string | null
  purpose: 'confirm' | 'keep'
  /** Whether a confirmation can still be given by it. */
  isOpen: boolean
}

/** What a link leads to, or null when nobody was sent it, or it was ended. */
export async function lookUpLink({ clock, database }: Context, token: string): Promise<Link | null> {
  const row = await database
    .selectFrom('agenda_link')
    .select(['proposal_id', 'registration_id', 'purpose', 'expires_at', 'used_at'])
    .where('token_digest', '=', digestOf(token))
    .executeTakeFirst()
  if (!row) return null
  const isInTime = row.expires_at === null || row.expires_at.getTime() > clock.now().epochMilliseconds
  return {
    proposalId: row.proposal_id,
    registrationId: row.registration_id,
    purpose: row.purpose === 'confirm' ? 'confirm' : 'keep',
    isOpen: row.used_at === null && isInTime,
  }
}

const renewalMinutes = 10

/** Whether a new link may be sent: not while the last one has only just been. */
export async function isRenewable({ clock, database }: Context, owner: LinkOwner): Promise<boolean> {
  const { proposal_id, registration_id } = ownerColumns(owner)
  const since = new Date(clock.now().epochMilliseconds - renewalMinutes * 60_000)
  const fresh = await database
    .selectFrom('agenda_link')
    .select('token_digest')
    .where((where) =>
      where.or([where('proposal_id', '=', proposal_id), where('registration_id', '=', registration_id)]),
    )
    .where('purpose', '=', 'keep')
    .where('made_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return fresh === undefined
}
