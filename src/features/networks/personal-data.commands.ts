import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/**
 * Removes a person’s name from the texts of groups and their landmarks, and from the roles of organisations in them: the function stays.
 */
export async function eraseFromNetworks(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    { table: 'networks_network', key: ['network_id'], texts: ['summary', 'objectives'] },
    { table: 'networks_landmark', key: ['landmark_id'], texts: ['title'] },
    { table: 'networks_membership', key: ['membership_id'], texts: ['person'] },
  ])
}
