import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'

/** Records that a holder exported the list of who comes. */
export function recordExport(
  context: Context,
  networkId: string,
  eventId: string,
  format: 'xlsx' | 'pdf',
): Promise<void> {
  return recordActivity(context, {
    networkId,
    verb: 'exported-registrations',
    subjectKind: 'activity',
    subjectId: eventId,
    detail: { format },
  })
}
