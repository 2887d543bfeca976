import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { filterParameters } from '../events/list/event-filters.tsx'
import type { EventFilter } from '../events/list/filter.ts'
import type { AgendaEvent } from '../events/row.queries.ts'
import { type FeedPage, feedEntry } from './feed-entry.ts'
import type { Feeding } from './feed-event.ts'
import { feedTitle } from './feed-title.ts'
import { type FeedFormat, feedParameters, paths } from './paths.ts'

interface Drawn {
  format: FeedFormat
  filter: EventFilter
  page: number
  events: readonly AgendaEvent[]
  hasNext: boolean
  changedAt: Date
}

/** A page of a feed with what it says of itself. */
export function feedPage(
  feeding: Feeding,
  { format, filter, page, events, hasNext, changedAt }: Drawn,
): FeedPage {
  const { baseUrl, reader, network } = feeding
  const address = (number: number) =>
    baseUrl +
    paths.feed(reader, network.slug, format, {
      ...feedParameters(filter),
      page: number === 1 ? undefined : String(number),
    })
  return {
    title: feedTitle(reader, network),
    description: reader.t('agenda.list.lead'),
    language: reader.language,
    network: chooseName(network.name, reader.language).text,
    home:
      baseUrl +
      withParameters(`/${reader.language}/${network.slug}/agenda`, {
        ...filterParameters(filter),
        when: filter.span,
      }),
    self: address(page),
    next: hasNext ? address(page + 1) : null,
    updatedAt: changedAt,
    entries: events.map((event) => feedEntry(feeding, event)),
  }
}
