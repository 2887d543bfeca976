import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { digestOf, newToken } from '../../../platform/context/secret-token.ts'

/** How long somebody may take to confirm what they sent. */
export const confirmationDays = 7

/** Makes a link for somebody without an account, to confirm or to keep; answers its secret, of which only a digest stays. */
export async function makeLink(
  { clock, database }: Context,
  introductionId: string,
  purpose: 'confirm' | 'keep',
): Promise<string> {
  const token = newToken()
  const now = clock.now()
  await database
    .insertInto('partners_introduction_link')
    .values({
      token_digest: digestOf(token),
      introduction_id: introductionId,
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
    .updateTable('partners_introduction_link')
    .set({ used_at: now })
    .where('token_digest', '=', digestOf(token))
    .where('purpose', '=', 'confirm')
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`${now}`)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
