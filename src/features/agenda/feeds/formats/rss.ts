import { renderRss } from '../../../../platform/documents/rss.ts'
import type { FeedPage } from '../feed-entry.ts'
import { entryHtml } from './entry-html.ts'

/** A page of a feed as RSS 2.0. */
export function writeRss({ entries, ...page }: FeedPage): string {
  return renderRss({ ...page, items: entries.map((entry) => ({ ...entry, html: entryHtml(entry) })) })
}
