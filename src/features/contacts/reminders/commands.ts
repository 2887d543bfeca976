import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { type Caretaker, listStaleContacts, type StaleContact } from './queries.ts'
import { reminderMail } from './reminder-mail.ts'

/** What the mails need. */
type Writing = Pick<Application, 'translate' | 'settings'>

/**
 * Every morning: sends one mail to each person who looks after contacts that nobody has confirmed for a year or since an election, about all
 * of them, at most once a month. Returns the number of mails.
 */
export async function sendReminders(context: Context, application: Writing): Promise<number> {
  return inTransaction(context, async (inside) => {
    const stale = await listStaleContacts(inside)
    let mails = 0
    for (const [networkId, contacts] of Map.groupBy(stale, (each) => each.networkId)) {
      for (const { caretaker, theirs } of shareOut(contacts)) {
        if (!(await countReminder(inside, networkId, caretaker.personId))) continue
        await sendMail(inside, reminderMail(application, caretaker, theirs))
        mails++
      }
    }
    return mails
  })
}

interface Share {
  caretaker: Caretaker
  theirs: StaleContact[]
}

// Contacts of organisations for which nobody speaks are among what waits for the secretariat.
function shareOut(contacts: StaleContact[]): Share[] {
  const shares = new Map<string, Share>()
  for (const contact of contacts) {
    for (const caretaker of contact.caretakers) {
      const share = shares.get(caretaker.personId) ?? { caretaker, theirs: [] }
      share.theirs.push(contact)
      shares.set(caretaker.personId, share)
    }
  }
  return [...shares.values()]
}

// Of two workers that remind at the same time, the second finds the row already updated.
async function countReminder(context: Context, networkId: string, personId: string): Promise<boolean> {
  const now = context.clock.now()
  const monthAgo = now.toZonedDateTimeISO('UTC').subtract({ months: 1 }).toInstant()
  const counted = await context.database
    .insertInto('contacts_reminder')
    .values({ network_id: networkId, person_id: personId, sent_at: now.toString(), sent_count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['network_id', 'person_id'])
        .doUpdateSet({ sent_at: now.toString(), sent_count: sql`contacts_reminder.sent_count + 1` })
        .where('contacts_reminder.sent_at', '<=', sql<Date>`${monthAgo.toString()}`),
    )
    .executeTakeFirst()
  return counted.numInsertedOrUpdatedRows === 1n
}
