import type { RawBuilder } from 'kysely'
import type { Context } from '../context/context.ts'
import type { Reader } from '../i18n/reader.ts'

/** What an authority has published about looking for a partner, as the address of its page needs it. */
export interface PublishedSearch {
  /** Slug of the authority. */
  organisation: string
  /** Slug of the newest, and how many there are. */
  slug: string
  count: number
}

/**
 * Authorities that look for a partner by their own word, for pages that a feature beneath draws. It comes as SQL, so that a map of all and
 * the count of them are one statement each.
 */
export interface PartnerSearches {
  /**
   * SQL: a row an authority that looks for a partner on the context’s day, as anybody may read: `organisation_id`, `themes`, `since`
   * (an ISO day), `slug` of the newest and `count`.
   */
  selectOpen(context: Pick<Context, 'today'>, networkId: string): RawBuilder<unknown>
  /** SQL: the `interest_id` of what sources had said and authorities have said themselves since, open still or not. */
  selectSaid(context: Pick<Context, 'today'>, networkId: string): RawBuilder<unknown>
  /** Where that is read. */
  addressOf(reader: Reader, network: string, search: PublishedSearch): string
}
