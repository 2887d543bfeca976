import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

/** Addresses of imports, in the reader's language. */
export const paths = {
  imports: (reader: Reader, network: string) => addressFor(reader, `/${network}/imports`),
  newImport: (reader: Reader, network: string) => addressFor(reader, `/${network}/imports/new`),
  text: (reader: Reader, network: string, id: string, parameters: Record<string, string | undefined> = {}) =>
    addressFor(reader, `/${network}/imports/${id}`, parameters),
  /** What belongs to one text: `decisions`, `source`, `file`, `removal`, `reopening`, `progress`, `account`. */
  ofText: (reader: Reader, network: string, id: string, noun: string) =>
    addressFor(reader, `/${network}/imports/${id}/${noun}`),
  fact: (reader: Reader, network: string, id: string, fact: string) =>
    addressFor(reader, `/${network}/imports/${id}/facts/${fact}`),
}
