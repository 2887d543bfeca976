import type { RecordLinkCall } from '../../../platform/records/record-link.ts'
import type { AgendaEvent } from './summary.queries.ts'

/** The event on whose page a link or a section of another feature stands, as that page has read it; null on the page of another record. */
export const shownEvent = ({ kind, record }: RecordLinkCall): AgendaEvent | null =>
  kind === 'event' && isRead(record) ? record : null

// Only the page of events calls with this kind, with what it has read: its id alone is no event.
function isRead(record: RecordLinkCall['record']): record is AgendaEvent {
  return 'happens' in record && 'organisations' in record
}
