import type { Context } from '../../../platform/context/context.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** For how many visits an event stands is said on; by whom is not. */
export async function eraseFromVisitCounts({ database }: Context, { personId }: DataSubject): Promise<void> {
  if (personId === null) return
  await database
    .updateTable('partners_visit_count')
    .set({ stated_by: null })
    .where('stated_by', '=', personId)
    .execute()
}
