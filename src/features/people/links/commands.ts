import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { digestOf, newToken } from '../../../platform/context/secret-token.ts'
import type { Application } from '../../../platform/http/application.ts'
import { authorize } from '../../../platform/refusal.ts'
import { mayAddPeople } from '../policy.ts'
import { signInAddress } from './sign-in-address.ts'

type Writing = Pick<Context, 'database' | 'clock'>

/** How long a link works, by the clock. */
export const linkMinutes = 15

/** How long the former address can be restored: long enough for a person who was away for a week. */
export const restoringDays = 7

/** The address that a link confirms or restores; with neither, it signs in. */
export type LinkPurpose = { confirms?: string; restores?: never } | { restores: string; confirms?: never }

/** Makes a link that works once. Returns its token, which is not stored. */
export async function addLink(
  { database, clock }: Writing,
  personId: string,
  { confirms, restores }: LinkPurpose = {},
): Promise<string> {
  const token = newToken()
  const now = clock.now()
  await database
    .insertInto('people_link')
    .values({
      link_id: newId(),
      token_digest: digestOf(token),
      person_id: personId,
      confirms: confirms ?? null,
      restores: restores ?? null,
      made_at: now.toString(),
      expires_at: now.add(restores ? { hours: restoringDays * 24 } : { minutes: linkMinutes }).toString(),
    })
    .execute()
  return token
}

/** Makes a sign-in link that is not mailed. Returns its whole address. */
export async function addSignInLink(
  context: Context,
  { settings }: Pick<Application, 'settings'>,
  person: { id: string; language: string },
  next?: string,
): Promise<string> {
  authorize(mayAddPeople(context.actor))
  return signInAddress(settings.baseUrl, person.language, await addLink(context, person.id), next)
}

/** Consumes a link. Returns false if it was used, has expired or never existed; of two concurrent requests exactly one succeeds. */
export async function useLink({ database, clock }: Writing, token: string): Promise<boolean> {
  const now = clock.now().toString()
  const used = await database
    .updateTable('people_link')
    .set({ used_at: now })
    .where('token_digest', '=', digestOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`${now}`)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/**
 * Ends a person’s other links: those that sign in or confirm and, with `since`, those made since then that restore an address. Earlier
 * links that restore an address stay valid, so that an intruder cannot take the account over again.
 */
export async function useUpLinks(
  { database, clock }: Writing,
  personId: string,
  since?: Date,
): Promise<void> {
  await database
    .updateTable('people_link')
    .set({ used_at: clock.now().toString() })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where((eb) => eb.or([eb('restores', 'is', null), ...(since ? [eb('made_at', '>=', since)] : [])]))
    .execute()
}

/** Removes links a day after they expire: until then a second visit can be told what happened. */
export async function removeOldLinks({ database, clock }: Writing): Promise<void> {
  const dayAgo = clock.now().subtract({ hours: 24 }).toString()
  await database.deleteFrom('people_link').where('expires_at', '<', sql<Date>`${dayAgo}`).execute()
}
