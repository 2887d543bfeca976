import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { digestOf, newToken } from '../../../../platform/context/secret-token.ts'

/** How long somebody may take to confirm what they propose. */
export const confirmationDays = 7

/** Makes a link for whoever proposed something, to confirm it or to keep; answers its secret, of which only a digest stays. */
export async function makeProposalLink(
  { clock, database }: Context,
  proposalId: string,
  purpose: 'confirm' | 'keep',
): Promise<string> {
  const token = newToken()
  const now = clock.now()
  await database
    .insertInto('agenda_proposal_link')
    .values({
      token_digest: digestOf(token),
      proposal_id: proposalId,
      purpose,
      made_at: now.toString(),
      expires_at: purpose === 'confirm' ? now.add({ hours: confirmationDays * 24 }).toString() : null,
    })
    .execute()
  return token
}

/** Uses the link of a confirmation up; false when it was used or has lapsed. Of two who use it at once, one does. */
export async function useConfirmation({ clock, database }: Context, token: string): Promise<boolean> {
  const now = clock.now().toString()
  const used = await database
    .updateTable('agenda_proposal_link')
    .set({ used_at: now })
    .where('token_digest', '=', digestOf(token))
    .where('purpose', '=', 'confirm')
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`${now}`)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/** Ends the links that a proposer kept: whoever else holds one comes in no more. */
export async function endProposalLinks({ database }: Context, proposalId: string): Promise<void> {
  await database
    .deleteFrom('agenda_proposal_link')
    .where('proposal_id', '=', proposalId)
    .where('purpose', '=', 'keep')
    .execute()
}
