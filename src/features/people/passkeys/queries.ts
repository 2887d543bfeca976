import type { Context } from '../../../platform/context/context.ts'

export type Passkey = Awaited<ReturnType<typeof listPasskeys>>[number]

/** The passkeys of a person, oldest first. */
export async function listPasskeys({ database }: Pick<Context, 'database'>, personId: string) {
  return database
    .selectFrom('people_passkey')
    .select(['id', 'name', 'created_at as addedAt', 'backed_up as isBackedUp'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
