import type { RecordLinkCall } from '../../../platform/records/record-link.ts'
import type { AgendaEvent } from './summary.queries.ts'

/** The event on whose page a link or a section of another feature stands; null on the page of another record. Only the page of events calls with this kind, with what it has read. */
export const shownEvent = ({ kind, record }: RecordLinkCall): AgendaEvent | null =>
  kind === 'event' ? (record as AgendaEvent) : null
