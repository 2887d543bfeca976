import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { forgetFormerOf } from '../former/removal.commands.ts'
import { changing, noteChange } from '../posts/commands.ts'
import { removeConsentMails } from '../retention/removals.commands.ts'

/** Takes somebody out of a post into which they were put by mistake: nothing of it is kept, and who holds another post stays. */
export async function removeHolder(context: Context, networkId: string, postId: string): Promise<void> {
  await changing(context, networkId, postId, async (inside, { present }) => {
    if (!present) return
    const { database } = inside
    await forgetFormerOf(inside, [present.contactId])
    await database.deleteFrom('contacts_holding').where('holding_id', '=', present.holdingId).execute()
    await removeConsentMails(inside, [present.contactId])
    const alone = sql<boolean>`contact_id = ${present.contactId}
      and not exists (select 1 from contacts_holding h where h.contact_id = x.contact_id)`
    await sql`delete from contacts_consent as x where ${alone}`.execute(database)
    await sql`delete from contacts_person as x where ${alone}`.execute(database)
    await noteChange(inside, networkId, postId, 'vacated')
  })
}
