import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { notFound } from '../../../platform/refusal.ts'
import { findPerson } from '../queries.ts'
import { passkeyMail } from './passkey-mail.ts'

/** Renames one’s own passkey; another person’s is not found. */
export async function renamePasskey(
  { database }: Context,
  personId: string,
  passkeyId: string,
  name: string,
): Promise<void> {
  const renamed = await database
    .updateTable('people_passkey')
    .set({ name })
    .where('id', '=', passkeyId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (renamed.numUpdatedRows !== 1n) notFound()
}

/** Removes one’s own passkey, which signs in no longer. */
export async function removePasskey(
  { database }: Context,
  personId: string,
  passkeyId: string,
): Promise<void> {
  const removed = await database
    .deleteFrom('people_passkey')
    .where('id', '=', passkeyId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (removed.numDeletedRows !== 1n) notFound()
}

/** Removes all passkeys of a person, since an intruder may have added one. Returns how many. */
export async function removePasskeys(
  { database }: Pick<Context, 'database'>,
  personId: string,
): Promise<number> {
  const removed = await database
    .deleteFrom('people_passkey')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return Number(removed.numDeletedRows)
}

/** Tells a person that a passkey was added, in case they did not add it. */
export async function notifyOfPasskey(
  context: Context,
  application: Pick<Application, 'settings' | 'translate'>,
  personId: string,
): Promise<void> {
  await sendMail(context, passkeyMail(application, await findPerson(context, personId)))
}

/** Removes challenges that were not answered in time. */
export async function removeOldChallenges({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<void> {
  await database
    .deleteFrom('people_verification')
    .where('expires_at', '<', sql<Date>`${clock.now().toString()}`)
    .execute()
}
