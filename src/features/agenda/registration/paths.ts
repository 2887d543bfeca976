import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'
import type { AddressParameters } from '../../../platform/input/list-filter.ts'

/** Addresses of registration for an event; those with a token are known to the registrant alone. */
export const paths = {
  form: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/agenda/${slug}/registration`),
  renewal: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/agenda/${slug}/registration/link`),
  settings: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/agenda/${slug}/registration/terms`),
  list: (reader: Reader, network: string, slug: string, parameters: AddressParameters = {}) =>
    addressFor(reader, `/${network}/agenda/${slug}/registrations`, parameters),
  add: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/agenda/${slug}/registrations/new`),
  one: (reader: Reader, network: string, slug: string, id: string) =>
    addressFor(reader, `/${network}/agenda/${slug}/registrations/${id}`),
  file: (reader: Reader, network: string, slug: string, format: 'xlsx' | 'pdf') =>
    addressFor(reader, `/${network}/agenda/${slug}/registrations.${format}`),
  checkIn: (
    reader: Reader,
    network: string,
    slug: string,
    parameters: Record<string, string | undefined> = {},
  ) => addressFor(reader, `/${network}/agenda/${slug}/check-in`, parameters),
  /** Without the day that is looked at: mails contain it. */
  own: (language: string, network: string, token: string) =>
    `/${language}/${network}/agenda/registered/${token}`,
}
