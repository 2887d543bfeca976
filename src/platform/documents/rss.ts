import { element, escapeXml } from './xml.ts'

const minutesToLive = 60

export interface RssItem {
  /** Never changes. */
  id: string
  address: string
  title: string
  publishedAt: Date
  categories: readonly string[]
  /** What is read of it without leaving the news reader. */
  html: string
}

/** A page of a feed: its own address, and that of the next page. */
export interface RssChannel {
  title: string
  description: string
  /** BCP 47. */
  language: string
  /** The page that shows the same. */
  home: string
  self: string
  next: string | null
  updatedAt: Date
  items: readonly RssItem[]
}

/** A page of a feed as RSS 2.0. */
export function renderRss(channel: RssChannel): string {
  const children = [
    text('title', channel.title),
    text('link', channel.home),
    text('description', channel.description),
    text('language', channel.language),
    text('lastBuildDate', channel.updatedAt.toUTCString()),
    text('ttl', String(minutesToLive)),
    link('self', channel.self),
    ...(channel.next === null ? [] : [link('next', channel.next)]),
    ...channel.items.map(itemElement),
  ]
  const rss = { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' }
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('rss', rss, [element('channel', {}, children)])}\n`
}

function itemElement(item: RssItem): string {
  return element('item', {}, [
    text('title', item.title),
    text('link', item.address),
    element('guid', { isPermaLink: 'false' }, [item.id]),
    text('pubDate', item.publishedAt.toUTCString()),
    ...item.categories.map((category) => text('category', category)),
    text('description', item.html),
  ])
}

const link = (rel: string, href: string) => element('atom:link', { rel, href, type: 'application/rss+xml' })
const text = (name: string, words: string) => element(name, {}, [escapeXml(words)])
