import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { selectFree } from '../../../../platform/jobs/claims.ts'
import type { TextUnreadable } from '../../../../platform/reading/text-unreadable.ts'

/** How often a text is read automatically: what stopped its reader twice would do so after each restart. */
export const mostAttempts = 2

/** Claims a text that has no reader, unless its reading was given up. Returns whether it did. */
export async function claimText({ clock, database }: Context, textId: string): Promise<boolean> {
  const now = clock.now()
  const { numUpdatedRows } = await database
    .updateTable('imports_text')
    .set({ claimed_at: now.toString(), pages_read: 0, attempts: sql`attempts + 1` })
    .where('text_id', '=', textId)
    .where('read_at', 'is', null)
    .where('trouble', 'is', null)
    .where('attempts', '<', mostAttempts)
    .where(selectFree(now))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const beatMs = 60_000

/** Records every minute that a text is still being read, until the returned function is called. */
export function holdClaim({ clock, database }: Context, textId: string): () => void {
  const beat = () =>
    database
      .updateTable('imports_text')
      .set({ claimed_at: clock.now().toString() })
      .where('text_id', '=', textId)
      .execute()
      // The reader itself notices a lost database.
      .catch(() => undefined)
  const timer = setInterval(() => void beat(), beatMs)
  return () => clearInterval(timer)
}

/** Releases a text for the next reader, as if it had not been claimed. */
export async function giveBack({ database }: Context, textId: string): Promise<void> {
  await database
    .updateTable('imports_text')
    .set({ claimed_at: null, attempts: sql`greatest(attempts - 1, 0)` })
    .where('text_id', '=', textId)
    .execute()
}

const isOfText = ['tooSlow', 'tooMuchMemory', 'damaged']

/** Records why a text cannot be read; if that is not the text's own fault, it does not count as an attempt. */
export async function noteTrouble(
  { database }: Context,
  textId: string,
  { code, detail }: TextUnreadable,
): Promise<void> {
  await database
    .updateTable('imports_text')
    .set({ trouble: code, trouble_detail: detail, ...(isOfText.includes(code) ? {} : { attempts: 0 }) })
    .where('text_id', '=', textId)
    .execute()
}

/** Gives up texts whose reader died on each attempt. */
export async function giveUpFailed({ clock, database }: Context): Promise<void> {
  await database
    .updateTable('imports_text')
    .set({ trouble: 'failedTwice', trouble_detail: '' })
    .where('read_at', 'is', null)
    .where('trouble', 'is', null)
    .where('attempts', '>=', mostAttempts)
    .where(selectFree(clock.now()))
    .execute()
}
