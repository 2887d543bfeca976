import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Takes somebody’s name from the roles of organisations in groups: the function stays. */
export async function eraseFromMemberships(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    { table: 'networks_membership', key: ['membership_id'], texts: ['person'] },
  ])
}
