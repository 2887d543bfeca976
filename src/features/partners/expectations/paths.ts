import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

type Parameters = Record<string, string | string[] | undefined>

/** Addresses of expectations; those with a token are known to one asker or one member alone. */
export const paths = {
  list: (reader: Reader, network: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/expectations`, parameters),
  add: (reader: Reader, network: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/expectations/new`, parameters),
  overview: (reader: Reader, network: string) => addressFor(reader, `/${network}/expectations/overview`),
  one: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/expectations/${slug}`),
  edit: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/expectations/${slug}/edit`),
  /** The reply, before it is sent. */
  ending: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/expectations/${slug}/relay/closing`),
  /** The page of one with the result of an action, for the day that the network calls today. */
  after: (reader: Reader, network: string, slug: string, done: string) =>
    `/${reader.language}/${network}/expectations/${slug}${done === '' ? '' : `?done=${done}`}`,
  /** Without the day that is looked at: they stand in mails. */
  mailed: (language: string, network: string, slug: string) => `/${language}/${network}/expectations/${slug}`,
  followed: (language: string, network: string, token: string) => `/${language}/${network}/expected/${token}`,
}
