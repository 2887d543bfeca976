import { renderRss } from '../../../platform/documents/rss.ts'
import { element, escapeXml } from '../../../platform/documents/xml.ts'
import { type FeedEntry, type FeedPage, linesOf } from './feed-entry.ts'

/** A page of a feed as Atom (RFC 4287), with a link to the next one (RFC 5005). */
export function writeAtom(page: FeedPage): string {
  const feed = [
    text('id', page.self),
    text('title', page.title),
    text('subtitle', page.description),
    text('updated', page.updatedAt.toISOString()),
    element('author', {}, [text('name', page.network)]),
    element('link', { rel: 'self', type: 'application/atom+xml', href: page.self }),
    element('link', { rel: 'alternate', type: 'text/html', href: page.home }),
    ...(page.next === null
      ? []
      : [element('link', { rel: 'next', type: 'application/atom+xml', href: page.next })]),
    ...page.entries.map(entryElement),
  ]
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': page.language }
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('feed', attributes, feed)}\n`
}

function entryElement(entry: FeedEntry): string {
  return element('entry', {}, [
    text('id', entry.id),
    element('title', { 'xml:lang': entry.language }, [escapeXml(entry.title)]),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.address }),
    text('published', entry.publishedAt.toISOString()),
    text('updated', entry.updatedAt.toISOString()),
    ...entry.categories.map((term) => element('category', { term })),
    element('content', { type: 'html' }, [escapeXml(entryHtml(entry))]),
  ])
}

const text = (name: string, words: string) => element(name, {}, [escapeXml(words)])

/** The words with which other sites render the agenda, in the language of the feed. */
interface FeedWords {
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

/** A page of a feed as RSS 2.0. */
export function writeRss({ entries, ...page }: FeedPage): string {
  return renderRss({ ...page, items: entries.map((entry) => ({ ...entry, html: entryHtml(entry) })) })
}

/** An entry as a little HTML: its hours first, a line for each clock. */
function entryHtml({ when, status, place, summary, hosts, sources }: FeedEntry): string {
  const others = [...status, place, summary, hosts, ...sources]
  const paragraphs = [when.map(escapeXml).join('<br>'), ...others.map(escaped)]
  return paragraphs.flatMap((each) => (each === null ? [] : [`<p>${each}</p>`])).join('')
}

const escaped = (text: string | null) => (text === null ? null : escapeXml(text))
