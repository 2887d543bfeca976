import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

// What is prepared is prepared today, whichever day the reader looks at.
const today = (reader: Reader, path: string) => addressFor({ ...reader, now: null }, path)

/** Addresses of reports, in the reader’s language. */
export const paths = {
  all: (reader: Reader, network: string) => addressFor(reader, `/${network}/reports`),
  report: (reader: Reader, network: string, number: number) =>
    addressFor(reader, `/${network}/reports/${number}`),
  /** A file of an edition by its name: `fr.pdf`, `ko.docx`, `facts.json`, `manifest.json`. */
  file: (reader: Reader, network: string, number: number, name: string) =>
    addressFor(reader, `/${network}/reports/${number}/${name}`),
  /** Against an earlier edition, or the day of the reader where `from` is `now`. */
  difference: (reader: Reader, network: string, number: number, from: number | 'now') =>
    addressFor(reader, `/${network}/reports/${number}/difference`, { from: String(from) }),
  errata: (reader: Reader, network: string, number: number) =>
    addressFor(reader, `/${network}/reports/${number}/errata`),
  /** Where a report is prepared: gathered, asked about, frozen, signed, published. */
  draft: (reader: Reader, network: string) => today(reader, `/${network}/reports/draft`),
  /** The lines of an authority in the report that is prepared, for its members. */
  lines: (reader: Reader, network: string, organisation: string) =>
    today(reader, `/${network}/reports/draft/lines/${organisation}`),
  /** Those lines, by the link in a mail. */
  linesByLink: (language: string, network: string, token: string) =>
    `/${language}/${network}/reports/lines/${token}`,
}

/** The page of a report in a language, as its files name it. */
export function reportAddress(site: string, language: string, network: string, number: number): string {
  return `${site}/${language}/${network}/reports/${number}`
}

export const navigation: NavigationEntry[] = [
  { path: '/reports', label: 'reports.reports.title', door: 'group' },
]
