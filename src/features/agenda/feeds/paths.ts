import { type Reader, withParameters } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { type EventFilter, filterParameters } from '../events/list/event-filter.ts'

export const feedFormats = ['ics', 'rss', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** Their media types. */
export const feedTypes: Readonly<Record<FeedFormat, string>> = {
  ics: 'text/calendar',
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

type Speaking = Pick<Reader, 'language'>

/** Addresses of feeds. They never contain the day that is looked at, since a subscription goes on. */
export const paths = {
  feed: (
    { language }: Speaking,
    network: string,
    format: FeedFormat,
    parameters: Record<string, string | string[] | undefined> = {},
  ) => withParameters(`/${language}/${network}/agenda.${format}`, parameters),
  eventFile: ({ language }: Speaking, network: string, slug: string) =>
    `/${language}/${network}/agenda/${slug}.ics`,
  subscribe: ({ language }: Speaking, network: string, parameters = {}) =>
    withParameters(`/${language}/${network}/agenda/subscribe`, parameters),
  ownFeeds: ({ language }: Speaking, network: string) => `/${language}/${network}/agenda/feeds`,
}

/** The parameters of a feed with this filter; of a calendar also whether it has the vaguest dates. */
export function feedParameters(filter: EventFilter, hasVague = false) {
  return {
    ...filterParameters(filter),
    when: filter.span === 'all' ? undefined : filter.span,
    vague: hasVague ? 'all' : undefined,
  }
}

/** Whether an address includes the vaguest dates too. */
export const asksForVague = (query: unknown) => parameterOf(query, 'vague') === 'all'
