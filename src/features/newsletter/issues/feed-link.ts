import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { FeedLink } from '../../../ui/shell/addresses.ts'
import type { Network } from '../../networks/index.ts'
import { paths } from './paths.ts'

/** The link to the feed of letters, for the head of their pages. */
export function feedLink(reader: Reader, network: Network): FeedLink {
  const href = paths.feed(reader, network.slug)
  return { type: 'application/rss+xml', title: feedTitle(reader, network), href }
}

/** The title of the feed: the letter, and its network. */
export function feedTitle(reader: Reader, { name }: Pick<Network, 'name'>): string {
  return `${reader.t('newsletter.issues.title')} – ${chooseName(name, reader.language).text}`
}
