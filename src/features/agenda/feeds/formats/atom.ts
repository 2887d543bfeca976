import { element, escapeXml } from '../../../../platform/documents/xml.ts'
import type { FeedEntry, FeedPage } from '../feed-entry.ts'
import { entryHtml } from './entry-html.ts'

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
