import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

/** Addresses of the letters of a network, in the reader’s language and for the day they look at. */
export const paths = {
  list: (reader: Reader, network: string) => addressFor(reader, `/${network}/newsletter`),
  issue: (reader: Reader, network: string, number: number) =>
    addressFor(reader, `/${network}/newsletter/${number}`),
  /** A published letter as PDF. */
  pdf: (reader: Reader, network: string, number: number) =>
    addressFor(reader, `/${network}/newsletter/${number}.pdf`),
  /** The draft, and the pages below it: `words`, `parts/ID`, `preview`. */
  draft: (reader: Reader, network: string, ...steps: string[]) =>
    ['', reader.language, network, 'newsletter', 'draft', ...steps.map(encodeURIComponent)].join('/'),
  feed: ({ language }: Pick<Reader, 'language'>, network: string) => `/${language}/${network}/newsletter.rss`,
}

/** The address of a letter’s picture, for mails and pages. */
export function pictureAddress(language: string, network: string, pictureId: string): string {
  return `/${language}/${network}/newsletter/pictures/${pictureId}`
}
