import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

/** Addresses of proposals; those with a token are known to the proposer alone. */
export const paths = {
  propose: (reader: Reader, network: string) => addressFor(reader, `/${network}/agenda/propose`),
  renewal: (reader: Reader, network: string) => addressFor(reader, `/${network}/agenda/propose/link`),
  queue: (reader: Reader, network: string, parameters: Record<string, string | undefined> = {}) =>
    addressFor(reader, `/${network}/agenda/proposals`, parameters),
  proposal: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/agenda/proposals/${id}`),
  /** Without the day that is looked at: mails contain it. */
  followed: (language: string, network: string, token: string) =>
    `/${language}/${network}/agenda/proposed/${token}`,
}
