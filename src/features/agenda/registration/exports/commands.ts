import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'

/** Writes down that somebody took the list of who comes out of the site. */
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
