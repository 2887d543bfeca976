import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

const base = (network: string) => `/${network}/imports`

/** Addresses of imports, in the reader's language. */
export const importsPaths = {
  list: (reader: Reader, network: string) => addressFor(reader, base(network)),
  adding: (reader: Reader, network: string) => addressFor(reader, `${base(network)}/new`),
  one: (reader: Reader, network: string, id: string) => addressFor(reader, `${base(network)}/${id}`),
  /** A part of one import: `columns`, `answers`, `errors.csv`… */
  part: (reader: Reader, network: string, id: string, part: string) =>
    addressFor(reader, `${base(network)}/${id}/${part}`),
  template: (reader: Reader, network: string, kind: string, format: 'csv' | 'xlsx') =>
    addressFor(reader, `${base(network)}/templates/${kind}.${format}`),
}

/** Addresses of imported texts, in the reader's language. */
export const paths = {
  imports: importsPaths.list,
  newImport: importsPaths.adding,
  text: (reader: Reader, network: string, id: string, parameters: Record<string, string | undefined> = {}) =>
    addressFor(reader, `${base(network)}/${id}`, parameters),
  /** A part of one text: `decisions`, `source`, `file`, `withdrawal`, `reopening`, `progress`, `account`. */
  ofText: importsPaths.part,
  fact: (reader: Reader, network: string, id: string, fact: string) =>
    addressFor(reader, `${base(network)}/${id}/facts/${fact}`),
}
