import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { FeedLink } from '../../../ui/shell/addresses.ts'
import type { Network } from '../../networks/index.ts'
import { isDated } from '../events/known-days.ts'
import type { EventFilter } from '../events/list/event-filter.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { type FeedFormat, feedFormats, feedParameters, feedTypes, paths } from './paths.ts'

/** The feeds of the agenda as it is narrowed, for the head of its page. */
export function feedLinks(reader: Reader, network: Network, filter: EventFilter): FeedLink[] {
  const parameters = feedParameters({ ...filter, span: 'all' })
  const link = (format: FeedFormat): FeedLink => ({
    type: feedTypes[format],
    title: feedTitle(reader, network),
    href: paths.feed(reader, network.slug, format, parameters),
  })
  return feedFormats.map(link)
}

/** The file of an event, for the head of its page; none if its date is unknown. */
export function eventLinks(reader: Reader, network: Network, event: AgendaEvent): FeedLink[] {
  const { slug } = event
  if (!isDated(event)) return []
  return [
    {
      type: feedTypes.ics,
      title: reader.t('agenda.event.addToCalendar'),
      href: paths.eventFile(reader, network.slug, slug),
    },
  ]
}

/** The title of a feed: the agenda, and its network. */
export function feedTitle({ t, language }: Reader, { name }: { name: LocalizedName }): string {
  return `${t('agenda.list.title')} – ${chooseName(name, language).text}`
}
