import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import type { AddressParameters } from '../../platform/input/list-filter.ts'

type Parameters = Record<string, string | undefined>

/** Addresses of the pages on which texts are translated. */
export const paths = {
  list: (reader: Reader, network: string, parameters: AddressParameters = {}) =>
    addressFor(reader, `/${network}/translations`, parameters),
  text: (reader: Reader, network: string, textId: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/translations/${textId}`, parameters),
  /** Asks a machine for a first version of one text. */
  machine: (reader: Reader, network: string, textId: string) =>
    addressFor(reader, `/${network}/translations/${textId}/machine`),
  /** Writes a machine’s version of one text at once. */
  machineNow: (reader: Reader, network: string, textId: string) =>
    addressFor(reader, `/${network}/translations/${textId}/machine/now`),
  /** Asks for a translation, or takes that back. */
  requests: (reader: Reader, network: string) => addressFor(reader, `/${network}/translations/requests`),
  batches: (reader: Reader, network: string) => addressFor(reader, `/${network}/translations/batches`),
  batch: (reader: Reader, network: string, batchId: string) =>
    addressFor(reader, `/${network}/translations/batches/${batchId}`),
  undoing: (reader: Reader, network: string, batchId: string) =>
    addressFor(reader, `/${network}/translations/batches/${batchId}/undo`),
  /** The page of the record that a text belongs to. */
  record: (reader: Reader, network: string, address: string) => addressFor(reader, `/${network}${address}`),
}
