import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

/** Addresses of the commitments to an event, in the reader’s language and for the day they look at. */
export const paths = {
  commitment: (reader: Reader, network: string, event: string) =>
    addressFor(reader, `/${network}/agenda/${event}/commitment`),
  prolongation: (reader: Reader, network: string, event: string) =>
    addressFor(reader, `/${network}/agenda/${event}/prolongation`),
  organisation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}`),
}
