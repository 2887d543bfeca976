import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

const base = (network: string) => `/${network}/agenda/import`

/** Addresses of calendars that are imported, in the reader’s language. */
export const paths = {
  list: (reader: Reader, network: string) => addressFor(reader, base(network)),
  one: (reader: Reader, network: string, id: string, page = 1) =>
    addressFor(reader, `${base(network)}/${id}`, { page: page > 1 ? String(page) : undefined }),
  /** An action on one calendar: `entries`, `return`, `removal`, `fetch`, `pause`, `end`. */
  part: (reader: Reader, network: string, id: string, part: string) =>
    addressFor(reader, `${base(network)}/${id}/${part}`),
  event: (reader: Reader, network: string, slug: string) => addressFor(reader, `/${network}/agenda/${slug}`),
}
