import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import type { AddressParameters } from '../../platform/input/list-filter.ts'

type Parameters = Record<string, string | undefined>

/** Addresses of the contacts of a network, in the reader’s language. */
export const paths = {
  list: (reader: Reader, network: string, parameters: AddressParameters = {}) =>
    addressFor(reader, `/${network}/contacts`, parameters),
  organisation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}/contacts`),
  /** The organisation’s page in the registry. */
  record: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}`),
  newPost: (reader: Reader, network: string, organisation?: string) =>
    addressFor(reader, `/${network}/contacts/new`, { organisation }),
  post: (reader: Reader, network: string, id: string) => addressFor(reader, `/${network}/contacts/${id}`),
  step: (reader: Reader, network: string, id: string, step: string) =>
    addressFor(reader, `/${network}/contacts/${id}/${step}`),
  review: (reader: Reader, network: string) => addressFor(reader, `/${network}/contacts/review`),
  processing: (reader: Reader, network: string) => addressFor(reader, `/${network}/contacts/processing`),
  editProcessing: (reader: Reader, network: string) =>
    addressFor(reader, `/${network}/contacts/processing/edit`),
  file: (reader: Reader, network: string, format: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/contacts/export.${format}`, parameters),
  /** Where the secretariat asks holders whether colleagues may ask them. */
  asking: (reader: Reader, network: string) => addressFor(reader, `/${network}/contacts/asking`),
  /** The page *Whom to ask*, beside the sheets of practices. */
  people: (reader: Reader, network: string) => addressFor(reader, `/${network}/practices/people`),
  statement: (reader: Reader, network: string) => addressFor(reader, `/${network}/contacts/statement`),
  asked: (language: string, network: string, token: string) =>
    `/${language}/${network}/contacts/asked/${token}`,
  consent: (language: string, token: string) => `/${language}/consent/${token}`,
}
