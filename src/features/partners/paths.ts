import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

/** Addresses of the partners of a network, in the reader’s language and for the day they look at. */
export const paths = {
  /** Of one authority, or the page where one says for whom. */
  suggestions: (reader: Reader, network: string, slug = '', parameters: Record<string, string> = {}) =>
    addressFor(reader, `/${network}${suggestionsPath(slug)}`, parameters),
}

/** What follows the network in the address of the suggestions for an authority. */
export function suggestionsPath(slug = ''): string {
  return `/partners/suggestions${slug === '' ? '' : `/${slug}`}`
}
