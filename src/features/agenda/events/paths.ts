import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

type Parameters = Record<string, string | string[] | undefined>

/** Addresses of events, in the reader’s language and for the day they look at. */
export const paths = {
  agenda: (reader: Reader, network: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/agenda`, parameters),
  event: (reader: Reader, network: string, slug: string) => addressFor(reader, `/${network}/agenda/${slug}`),
  organisation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}`),
  cooperation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/cooperations/${slug}`),
}

/** What no event may be called: other pages of the agenda. */
export const reservedSlugs: readonly string[] = [
  'new',
  'holidays',
  'check',
  'import',
  'propose',
  'proposed',
  'proposals',
  'subscribe',
  'feeds',
  'embed',
]
