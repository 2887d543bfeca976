import { element, escapeXml } from '../../../../platform/documents/xml.ts'
import type { FeedEntry, FeedPage } from '../feed-entry.ts'
import { entryHtml } from './entry-html.ts'

const minutesToLive = 60

/** A page of a feed as RSS 2.0. */
export function writeRss(page: FeedPage): string {
  const link = (rel: string, href: string) => element('atom:link', { rel, href, type: 'application/rss+xml' })
  const channel = [
    text('title', page.title),
    text('link', page.home),
    text('description', page.description),
    text('language', page.language),
    text('lastBuildDate', page.updatedAt.toUTCString()),
    text('ttl', String(minutesToLive)),
    link('self', page.self),
    ...(page.next === null ? [] : [link('next', page.next)]),
    ...page.entries.map(item),
  ]
  const rss = { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' }
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('rss', rss, [element('channel', {}, channel)])}\n`
}

function item(entry: FeedEntry): string {
  return element('item', {}, [
    text('title', entry.title),
    text('link', entry.address),
    element('guid', { isPermaLink: 'false' }, [entry.id]),
    text('pubDate', entry.publishedAt.toUTCString()),
    ...entry.categories.map((category) => text('category', category)),
    text('description', entryHtml(entry)),
  ])
}

const text = (name: string, words: string) => element(name, {}, [escapeXml(words)])
