import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

/** Addresses of the ledger of a network. */
export const paths = {
  ledger: (reader: Reader, network: string, parameters: Record<string, string | undefined> = {}) =>
    addressFor(reader, `/${network}/reciprocity`, parameters),
  table: (reader: Reader, network: string, parameters: Record<string, string | undefined> = {}) =>
    addressFor(reader, `/${network}/reciprocity.csv`, parameters),
  ofTie: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/reciprocity/${slug}`),
}
