import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

/** Addresses of reports, in the reader’s language. */
export const paths = {
  all: (reader: Reader, network: string) => addressFor(reader, `/${network}/reports`),
  report: (reader: Reader, network: string, number: number) =>
    addressFor(reader, `/${network}/reports/${number}`),
  /** A file of an edition by its name: `fr.pdf`, `ko.docx`, `facts.json`, `manifest.json`. */
  file: (reader: Reader, network: string, number: number, name: string) =>
    addressFor(reader, `/${network}/reports/${number}/${name}`),
  /** Against an earlier edition, or the day of the reader where `to` is `now`. */
  difference: (reader: Reader, network: string, number: number, from?: number | 'now') =>
    addressFor(
      reader,
      `/${network}/reports/${number}/difference`,
      from === undefined ? {} : { from: String(from) },
    ),
  errata: (reader: Reader, network: string, number: number) =>
    addressFor(reader, `/${network}/reports/${number}/errata`),
  /** Where a report is prepared: gathered, asked about, frozen, signed, published. */
  draft: (reader: Reader, network: string) =>
    addressFor({ ...reader, now: null }, `/${network}/reports/draft`),
  /** The report that is prepared as it would be printed. */
  preview: (reader: Reader, network: string) =>
    addressFor({ ...reader, now: null }, `/${network}/reports/draft/preview`),
  /** The lines of an authority in the report that is prepared, for its members. */
  lines: (reader: Reader, network: string, organisation: string) =>
    addressFor({ ...reader, now: null }, `/${network}/reports/draft/lines/${organisation}`),
  /** The same, by the link in a mail. */
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
