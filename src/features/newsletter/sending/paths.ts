import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'
import type { AddressParameters } from '../../../platform/input/list-filter.ts'

type Parameters = Record<string, string | undefined>

/** Addresses of the sendings of a network. */
export const paths = {
  list: (reader: Reader, network: string) => addressFor(reader, `/${network}/newsletter/sendings`),
  sending: (reader: Reader, network: string, id: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/newsletter/sendings/${id}`, parameters),
  step: (reader: Reader, network: string, id: string, step: string) =>
    addressFor(reader, `/${network}/newsletter/sendings/${id}/steps/${step}`),
  readers: (reader: Reader, network: string, id: string, parameters: AddressParameters = {}) =>
    addressFor(reader, `/${network}/newsletter/sendings/${id}/readers`, parameters),
  table: (reader: Reader, network: string, id: string, format: 'csv' | 'xlsx', parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/newsletter/sendings/${id}/readers.${format}`, parameters),
  /** The page that plans the sending of a letter: the draft, or a published one by its number. */
  plan: (reader: Reader, network: string, letter: 'draft' | number, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/newsletter/${letter}/sending`, parameters),
  trial: (reader: Reader, network: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/newsletter/draft/trial`, parameters),
}
