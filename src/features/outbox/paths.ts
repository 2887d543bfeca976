import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import type { AddressParameters } from '../../platform/input/list-filter.ts'

/** Addresses of the outbox, in the reader's language. */
export const outboxPaths = {
  list: (reader: Reader, network: string, parameters: AddressParameters = {}) =>
    addressFor(reader, `/${network}/outbox`, parameters),
  mail: (reader: Reader, network: string, id: string) => addressFor(reader, `/${network}/outbox/${id}`),
  html: (reader: Reader, network: string, id: string) => addressFor(reader, `/${network}/outbox/${id}/html`),
  calendar: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/outbox/${id}/invite.ics`),
}
