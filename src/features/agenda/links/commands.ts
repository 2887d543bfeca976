import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { digestOf, newToken } from '../../../platform/context/secret-token.ts'
import { confirmationDays, type LinkOwner, ownerColumns } from './link.ts'

/** Makes a link for somebody without an account, to confirm something or to keep; answers its secret, of which only a digest stays. */
export async function makeLink(
  { clock, database }: Context,
  owner: LinkOwner,
  purpose: 'confirm' | 'keep',
): Promise<string> {
  const token = newToken()
  const now = clock.now()
  await database
    .insertInto('agenda_link')
    .values({
      token_digest: digestOf(token),
      ...ownerColumns(owner),
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
    .updateTable('agenda_link')
    .set({ used_at: now })
    .where('token_digest', '=', digestOf(token))
    .where('purpose', '=', 'confirm')
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`${now}`)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/** Ends the links that somebody kept: whoever else holds one comes in no more. */
export async function endLinks({ database }: Context, owner: LinkOwner): Promise<void> {
  const { proposal_id, registration_id } = ownerColumns(owner)
  await database
    .deleteFrom('agenda_link')
    .where((where) =>
      where.or([where('proposal_id', '=', proposal_id), where('registration_id', '=', registration_id)]),
    )
    .where('purpose', '=', 'keep')
    .execute()
}
