import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

/** Addresses of date polls; those with a token are known to one voter alone. */
export const paths = {
  polls: (reader: Reader, network: string) => addressFor(reader, `/${network}/agenda/polls`),
  newPoll: (
    reader: Reader,
    network: string,
    parameters: Record<string, string | string[] | undefined> = {},
  ) => addressFor(reader, `/${network}/agenda/polls/new`, parameters),
  poll: (reader: Reader, network: string, id: string) => addressFor(reader, `/${network}/agenda/polls/${id}`),
  /** A poll with a word on what was just done, for the day that the network calls today. */
  pollAfter: (reader: Reader, network: string, id: string, done: string) =>
    `/${reader.language}/${network}/agenda/polls/${id}${done === '' ? '' : `?done=${done}`}`,
  /** Where a date is chosen. */
  date: (reader: Reader, network: string, id: string, optionId: string) =>
    addressFor(reader, `/${network}/agenda/polls/${id}/dates/${optionId}`),
  /** Without the day that is looked at: mails contain it. */
  polled: (language: string, network: string, token: string) =>
    `/${language}/${network}/agenda/polled/${token}`,
}
