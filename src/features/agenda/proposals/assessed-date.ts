import type { NetworkRequest } from '../../networks/index.ts'
import type { EventDocument } from '../events/document/schema.ts'
import type { Assessment } from '../planning/planned-date.ts'
import { assessPlannedEvent, isInTheWay } from '../planning/planned-events.ts'

/** The holidays that conflict with a proposed date, while it can still be changed; null if there are none. */
export async function assessProposed(
  { writing, network }: NetworkRequest,
  { when, startsAt, endsAt }: EventDocument,
): Promise<Assessment | null> {
  const at = (instant: string | null) => (instant === null ? null : new Date(instant))
  const event = { state: 'planned', happens: when, startsAt: at(startsAt), endsAt: at(endsAt) }
  const assessment = await assessPlannedEvent(writing, network, event)
  return assessment && isInTheWay(assessment) ? assessment : null
}
