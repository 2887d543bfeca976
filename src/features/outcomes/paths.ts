import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

/** Addresses of what came of an exchange. */
export const paths = {
  /** The form of those with an account; what is said stands on the page of the event. */
  outcome: (reader: Reader, network: string, event: string) =>
    addressFor({ ...reader, now: null }, `/${network}/agenda/${event}/outcome`),
  /** The same form, by the link in a mail. */
  byLink: (language: string, network: string, token: string) => `/${language}/${network}/outcomes/${token}`,
}
