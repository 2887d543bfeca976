import type { AgendaEvent } from '../events/summary.queries.ts'
import { shownOccurrence } from '../recurrence/coming.ts'
import {
  addressOf,
  categoriesOf,
  type Feeding,
  hostsLine,
  placeOf,
  seriesLines,
  sourceLines,
  statusLines,
  summaryOf,
  titleOf,
  whenLines,
} from './feed-event.ts'

/** An event as feed readers and other sites receive it. */
export interface FeedEntry {
  /** Never changes, and does not depend on language or format. */
  id: string
  address: string
  title: string
  /** BCP 47; of the title. */
  language: string
  when: string[]
  status: string[]
  summary: string | null
  place: string | null
  hosts: string | null
  /** Its proposer, and its page elsewhere. */
  sources: string[]
  categories: string[]
  publishedAt: Date
  updatedAt: Date
  event: AgendaEvent
}

/** A page of a feed: its address, and that of the next page. */
export interface FeedPage {
  title: string
  description: string
  /** BCP 47. */
  language: string
  network: string
  /** The page of the agenda that shows the same events. */
  home: string
  self: string
  next: string | null
  updatedAt: Date
  entries: FeedEntry[]
}

export function feedEntry(feeding: Feeding, event: AgendaEvent): FeedEntry {
  const { text: title, language } = titleOf(feeding, event)
  return {
    id: event.occursOn === null ? `urn:uuid:${event.id}` : addressOf(feeding, event),
    address: addressOf(feeding, event),
    title,
    language,
    when: [
      ...seriesLines(feeding, event, 0),
      ...whenLines(feeding, shownOccurrence(event, feeding.reader.today)),
    ],
    status: statusLines(feeding, event),
    summary: summaryOf(feeding, event),
    place: placeOf(feeding, event),
    hosts: hostsLine(feeding, event),
    sources: sourceLines(feeding, event),
    categories: categoriesOf(feeding, event),
    publishedAt: event.publishedAt ?? event.updatedAt,
    updatedAt: event.updatedAt,
    event,
  }
}

/** An entry in plain words, one line for each fact. */
export function linesOf({ when, status, place, summary, hosts, sources }: FeedEntry): string[] {
  return [...when, ...status, place, summary, hosts, ...sources].filter((line) => line !== null)
}
