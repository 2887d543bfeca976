import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

interface Place {
  segment: string
  slug: string
}

/** Addresses of pictures, in the reader’s language. */
export const paths = {
  file: (language: string, network: string, id: string) => `/${language}/${network}/pictures/${id}`,
  record: (reader: Reader, network: string, { segment, slug }: Place) =>
    addressFor(reader, `/${network}/${segment}/${slug}`),
  /** `step`: `/new`, `/changes`, or the id of a picture. */
  pictures: (reader: Reader, network: string, { segment, slug }: Place, step = '') =>
    addressFor({ ...reader, now: null }, `/${network}/${segment}/${slug}/pictures${step}`),
}
