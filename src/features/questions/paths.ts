import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

type Parameters = Record<string, string | string[] | undefined>

/** Addresses of questions, in the reader’s language and for the day they look at. */
export const paths = {
  list: (reader: Reader, network: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/questions`, parameters),
  question: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/questions/${slug}`),
  /** Of a form, or of the question after it: without the day that is looked at. */
  act: (reader: Reader, network: string, slug: string, act = '', done?: string) =>
    addressFor({ ...reader, now: null }, `/${network}/questions/${slug}${act && `/${act}`}`, { done }),
  /** Without the day that is looked at: they are used in mails. */
  mailed: (language: string, network: string, slug: string) => `/${language}/${network}/questions/${slug}`,
  rights: (language: string, network: string) => `/${language}/${network}/questions/rights`,
  asked: (language: string, network: string, token: string) =>
    `/${language}/${network}/questions/asked/${token}`,
  practice: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/practices/${slug}`),
}

/** What no question may be called: other pages beside theirs. */
export const reservedSlugs: readonly string[] = ['new', 'asked', 'rights']
