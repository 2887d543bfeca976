import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

/** Addresses of the outbox, in the reader's language. */
export const outboxPaths = {
  list: (reader: Reader, network: string, parameters: Record<string, string | undefined> = {}) =>
    addressFor(reader, `/${network}/outbox`, parameters),
  mail: (reader: Reader, network: string, id: string) => addressFor(reader, `/${network}/outbox/${id}`),
  html: (reader: Reader, network: string, id: string) => addressFor(reader, `/${network}/outbox/${id}/html`),
  calendar: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/outbox/${id}/invite.ics`),
}
