import { type FeedEntry, type FeedPage, linesOf } from '../feed-entry.ts'

/** The words with which other sites render the agenda, in the language of the feed. */
export interface FeedWords {
  /** Leads to the whole agenda. */
  all: string
  /** Shown if there is nothing. */
  none: string
}

/** A page of a feed as JSON Feed 1.1; what an agenda needs in addition is under `_entente`. */
export function writeJsonFeed(page: FeedPage, words: FeedWords): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: page.title,
    home_page_url: page.home,
    feed_url: page.self,
    description: page.description,
    ...(page.next === null ? {} : { next_url: page.next }),
    language: page.language,
    authors: [{ name: page.network, url: page.home }],
    _entente: { words },
    items: page.entries.map(item),
  })
}

function item(entry: FeedEntry): object {
  const { event } = entry
  return {
    id: entry.id,
    url: entry.address,
    title: entry.title,
    content_text: linesOf(entry).join('\n'),
    date_published: entry.publishedAt.toISOString(),
    date_modified: entry.updatedAt.toISOString(),
    tags: entry.categories,
    language: entry.language,
    _entente: {
      kind: event.kind,
      state: event.state,
      when: event.happens,
      starts_on: event.startsOn,
      ends_on: event.endsOn,
      starts_at: event.startsAt?.toISOString() ?? null,
      ends_at: event.endsAt?.toISOString() ?? null,
      zone: event.zone,
      // In the words of the language, ready to be shown: the hours on every side’s clock, then the notes on them.
      dates: entry.when,
      notes: entry.status,
      place: entry.place,
    },
  }
}
