import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

/** Addresses of pages beneath a mission, in the reader’s language and for the day they look at. */
export const paths = {
  seats: (reader: Reader, network: string, slug: string, seatsId: string) =>
    addressFor(reader, `/${network}/agenda/${slug}/seats/${seatsId}`),
  request: (reader: Reader, network: string, slug: string, requestId: string) =>
    addressFor(reader, `/${network}/agenda/${slug}/requests/${requestId}`),
  organisation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}`),
  /** Where a visit to one `among` some places is prepared. */
  visit: (reader: Reader, network: string, parameters: Record<string, string | string[] | undefined>) =>
    addressFor(reader, `/${network}/visit`, parameters),
  debrief: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/agenda/${slug}/edit/debrief`),
}
