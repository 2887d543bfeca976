import { addressFor, type Reader, withParameters } from '../../../platform/i18n/reader.ts'
import type { AddressParameters } from '../../../platform/input/list-filter.ts'

/** Addresses for the readers of a network’s letter; those with a token are secrets of one reader. */
export const paths = {
  subscribe: (reader: Reader, network: string) => addressFor(reader, `/${network}/newsletter/subscribe`),
  archive: (reader: Reader, network: string) => addressFor(reader, `/${network}/newsletter`),
  list: (reader: Reader, network: string, parameters: AddressParameters = {}) =>
    addressFor(reader, `/${network}/newsletter/subscribers`, parameters),
  table: (reader: Reader, network: string) => addressFor(reader, `/${network}/newsletter/subscribers.xlsx`),
  add: (reader: Reader, network: string) => addressFor(reader, `/${network}/newsletter/subscribers/new`),
  import: (reader: Reader, network: string) =>
    addressFor(reader, `/${network}/newsletter/subscribers/import`),
  proof: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/newsletter/subscribers/proofs/${id}`),
  members: (reader: Reader, network: string) =>
    addressFor(reader, `/${network}/newsletter/subscribers/members`),
  removal: (reader: Reader, network: string, id: string, verb: 'removal' | 'return') =>
    addressFor(reader, `/${network}/newsletter/subscribers/${id}/${verb}`),
  // Without the day that the reader looks at, since they are used in mails.
  confirm: (language: string, network: string, token: string) =>
    `/${language}/${network}/newsletter/confirm/${token}`,
  preferences: (language: string, network: string, token: string, done?: string) =>
    withParameters(`/${language}/${network}/newsletter/preferences/${token}`, { done }),
  leaving: (language: string, network: string, token: string) =>
    `/${language}/${network}/newsletter/unsubscribe/${token}`,
  address: (language: string, network: string, token: string) =>
    `/${language}/${network}/newsletter/address/${token}`,
}
