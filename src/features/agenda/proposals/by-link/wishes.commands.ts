import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { compareDocuments } from '../../../../platform/records/difference.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { EventDocument } from '../../events/document/schema.ts'
import { noteProposal } from '../commands.ts'
import type { Proposal } from '../proposal.ts'

/**
 * Stores what a proposer wishes changed in their event since it was published, replacing an earlier wish; false when it changes nothing. A
 * moderator decides.
 */
export async function wishFor(
  context: Context,
  proposal: Proposal,
  base: EventDocument,
  document: EventDocument,
): Promise<boolean> {
  if (compareDocuments(base, document).length === 0) return false
  const now = context.clock.now().toString()
  await context.database
    .updateTable('agenda_proposal')
    .set({
      wish_base: JSON.stringify(base),
      wish_document: JSON.stringify(document),
      wished_at: now,
      updated_at: now,
    })
    .where('proposal_id', '=', proposal.id)
    .where('decision', '=', 'accepted')
    .execute()
  await noteProposal(context, proposal, 'wished')
  return true
}

/** Takes a wish off the queue as it is decided on; refuses when another one has replaced it. */
export async function closeWish(context: Context, { id, wish }: Proposal): Promise<void> {
  const closed = await context.database
    .updateTable('agenda_proposal')
    .set({
      wish_base: null,
      wish_document: null,
      wished_at: null,
      updated_at: context.clock.now().toString(),
    })
    .where('proposal_id', '=', id)
    .where(sql`date_trunc('milliseconds', wished_at)`, '=', wish?.at ?? null)
    .executeTakeFirst()
  if (closed.numUpdatedRows !== 1n) throw new Refusal('changedMeanwhile')
}
