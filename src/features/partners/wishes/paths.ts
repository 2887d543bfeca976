import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

type Parameters = Record<string, string | string[] | undefined>

/** Addresses of wishes, in the reader’s language and for the day they look at. */
export const paths = {
  board: (reader: Reader, network: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/partners`, parameters),
  wish: (reader: Reader, network: string, slug: string) => addressFor(reader, `/${network}/partners/${slug}`),
  newWish: (reader: Reader, network: string) => addressFor(reader, `/${network}/partners/new`),
  edit: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/partners/${slug}/edit`),
  /** Where its authority says until when it is open, and who reads it. */
  validity: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/partners/${slug}/edit/validity`),
  /** Where an authority says that it is interested. */
  interest: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/partners/${slug}/interest`),
  renewal: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/partners/${slug}/renewal`),
  found: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/partners/${slug}/found`),
  /** Makes a wish of what a source said. */
  said: (reader: Reader, network: string, interestId: string) =>
    addressFor(reader, `/${network}/partners/said/${interestId}`),
  organisation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}`),
  /** Without the day that is looked at: it is used in mails. */
  renewalLink: (language: string, network: string, wishId: string, token: string) =>
    `/${language}/${network}/partners/renewals/${wishId}/${token}`,
}

/** What no wish may be called: other pages beside theirs. */
export const reservedSlugs: readonly string[] = [
  'competences',
  'expectations',
  'interest',
  'introduced',
  'introductions',
  'map',
  'new',
  'pairs',
  'renewals',
  'rounds',
  'said',
  'suggestions',
]
