import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

/** Addresses of talks; those with a token are known only to the person without an account they were sent to. */
export const paths = {
  list: (reader: Reader, network: string, parameters: Record<string, string | undefined> = {}) =>
    addressFor(reader, `/${network}/partners/introductions`, parameters),
  introduction: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/partners/introductions/${id}`),
  cooperation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/cooperations/${slug}`),
  /** Without the day that is looked at: they stand in mails. */
  inMails: (language: string, network: string, id: string) =>
    `/${language}/${network}/partners/introductions/${id}`,
  followed: (language: string, network: string, token: string) =>
    `/${language}/${network}/partners/introduced/${token}`,
}
