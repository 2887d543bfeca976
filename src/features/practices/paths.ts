import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

type Parameters = Record<string, string | string[] | undefined>

/** Addresses of sheets and what belongs to them, in the reader’s language and for the day they look at. */
export const paths = {
  list: (reader: Reader, network: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/practices`, parameters),
  /** What the list with these parameters shows, in one file. */
  together: (reader: Reader, network: string, format: 'pdf' | 'docx', parameters: Parameters) =>
    addressFor(reader, `/${network}/practices.${format}`, parameters),
  /** The form of a new sheet of a holder, with a title to begin with. */
  proposing: (reader: Reader, network: string, holder: string, title: string) =>
    addressFor({ ...reader, now: null }, `/${network}/practices/new`, { holder, title: title.slice(0, 150) }),
  /** A sheet, or a part of it such as one of its forms. */
  practice: (reader: Reader, network: string, slug: string, part = '') =>
    addressFor(reader, `/${network}/practices/${slug}${part}`),
  /** As it is today: where something is sent, and where one goes on from there. */
  today: ({ language }: Reader, network: string, slug: string, part = '') =>
    `/${language}/${network}/practices/${slug}${part}`,
  /** Without the day that is looked at: it is used in mails. */
  byLink: (language: string, network: string, token: string) =>
    `/${language}/${network}/practices/reviews/${token}`,
  organisation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}`),
  linked: (
    reader: Reader,
    network: string,
    { kind, slug }: { kind: 'cooperation' | 'event'; slug: string },
  ) => addressFor(reader, `/${network}/${kind === 'event' ? 'agenda' : 'cooperations'}/${slug}`),
}

/** What no sheet may be called: other pages beside theirs. */
export const reservedSlugs: readonly string[] = ['new', 'people', 'reviews', 'uses']
