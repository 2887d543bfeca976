import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { links } from '../links.ts'
import type { Registration } from './registration.ts'

/**
 * Forgets registrations not confirmed within a week, and registrants the announced number of months after the event (or after their last
 * change).
 */
export async function forgetRegistrations({ clock, database }: Context): Promise<void> {
  const now = clock.now()
  await database
    .deleteFrom('agenda_registration')
    .where('state', '=', 'unconfirmed')
    .where('created_at', '<', sql<Date>`${now.subtract({ hours: links.confirmationDays * 24 }).toString()}`)
    .execute()
  await sql`
    delete from agenda_registration r
    using agenda_registration_terms t, agenda_event e
    where t.event_id = r.event_id and e.event_id = r.event_id
      and r.updated_at < ${now.toString()}::timestamptz - t.kept_months * interval '1 month'
      and coalesce(e.ends_on, r.updated_at::date) < (${now.toString()}::timestamptz - t.kept_months * interval '1 month')::date
  `.execute(database)
}

/** Erases, at their wish, all that is kept about a registrant, and the mails to them. */
export async function eraseRegistrationOf(
  context: Context,
  { id, address }: Pick<Registration, 'id' | 'address'>,
): Promise<void> {
  await context.database.deleteFrom('agenda_registration').where('registration_id', '=', id).execute()
  if (address !== null) await removeMailsTo(context, [address.toLowerCase()], 'agenda.registration')
}
