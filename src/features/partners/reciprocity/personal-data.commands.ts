import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** The number of visits of an event stays; the person who stated it goes. */
export async function eraseFromVisitCounts(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [{ table: 'partners_visit_count', people: { stated_by: null } }])
}
