import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Takes somebody out of the sendings that they ordered, cancelled or tried: the sendings stay. */
export async function eraseFromSendings(
  { database }: Context,
  { personId }: Pick<DataSubject, 'personId'>,
): Promise<void> {
  if (personId === null) return
  await sql`update newsletter_sending set ordered_by = null where ordered_by = ${personId}::uuid`.execute(
    database,
  )
  await sql`update newsletter_sending set cancelled_by = null where cancelled_by = ${personId}::uuid`.execute(
    database,
  )
  await sql`update newsletter_trial set made_by = null where made_by = ${personId}::uuid`.execute(database)
}
