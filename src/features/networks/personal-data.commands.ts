import type { Context } from '../../platform/context/context.ts'
import { removeNames } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Takes somebody’s name from the roles of organisations in groups: the function stays. */
export async function eraseFromMemberships(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['membership_id'], texts: ['person'] } as const
  await removeNames(context, 'networks_membership', columns, subject)
}
