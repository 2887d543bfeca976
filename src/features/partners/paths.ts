import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

/** Addresses of the partners of a network, in the reader’s language and for the day they look at. */
export const paths = {
  /** Those of one authority, or the page where one chooses an authority. */
  suggestions: (reader: Reader, network: string, slug = '', parameters: Record<string, string> = {}) =>
    addressFor(reader, `/${network}${suggestionsPath(slug)}`, parameters),
  /** The tours de table of all meetings. */
  rounds: (reader: Reader, network: string) => addressFor(reader, `/${network}${roundPath()}`),
  /** The tour de table of a meeting. */
  round: (reader: Reader, network: string, meeting: string) =>
    addressFor(reader, `/${network}${roundPath(meeting)}`),
  roundRows: (reader: Reader, network: string, meeting: string) =>
    addressFor(reader, `/${network}${roundPath(meeting)}/rows`),
  roundClosing: (reader: Reader, network: string, meeting: string) =>
    addressFor(reader, `/${network}${roundPath(meeting)}/closing`),
  /** What one authority wishes for in it. */
  row: (reader: Reader, network: string, meeting: string, organisation: string) =>
    addressFor(reader, `/${network}${roundPath(meeting)}/${organisation}`),
  commitment: (reader: Reader, network: string, meeting: string, wish: string) =>
    addressFor(reader, `/${network}${roundPath(meeting)}/wishes/${wish}/commitment`),
  meeting: (reader: Reader, network: string, meeting: string) =>
    addressFor(reader, `/${network}/meetings/${meeting}`),
}

/** What follows the network in the address of the suggestions for an authority. */
export function suggestionsPath(slug = ''): string {
  return `/partners/suggestions${slug === '' ? '' : `/${slug}`}`
}

/** What follows the network in the address of the tour de table of a meeting; of all of them without one. */
export function roundPath(meeting = ''): string {
  return `/partners/rounds${meeting === '' ? '' : `/${meeting}`}`
}
