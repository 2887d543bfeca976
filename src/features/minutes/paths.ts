import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

/** Addresses of the meetings of a network, in the reader’s language and for the day they look at. */
export const paths = {
  list: (reader: Reader, network: string) => addressFor(reader, `/${network}/meetings`),
  newMeeting: (reader: Reader, network: string) => addressFor(reader, `/${network}/meetings/new`),
  meeting: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/meetings/${slug}`),
  /** A page beneath a meeting: `edit`, `agenda`, `attendance`, `text`, `amendments`, `convocation`, … */
  step: (reader: Reader, network: string, slug: string, ...steps: string[]) =>
    addressFor(reader, `/${network}/meetings/${slug}/${steps.join('/')}`),
  decision: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/meetings/decisions/${id}`),
  file: (reader: Reader, network: string, slug: string, format: string) =>
    addressFor(reader, `/${network}/meetings/${slug}/minutes.${format}`),
  /** The meeting as a file for calendar programs. */
  calendar: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/meetings/${slug}.ics`),
  /** Where an invitee answers, without an account. */
  answer: (language: string, network: string, token: string) =>
    `/${language}/${network}/convocations/${token}`,
  organisation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}`),
  source: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/sources/${slug}`),
}

/** The part of a meeting’s address after the network. */
export function meetingPath(slug: string, ...steps: string[]): string {
  return ['/meetings', slug, ...steps].join('/')
}

/** Slugs that no meeting may have: they are pages of the list. */
export const reservedSlugs: readonly string[] = ['new', 'actions', 'decisions']
