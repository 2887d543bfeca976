import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import type { AddressParameters } from '../../platform/input/list-filter.ts'
import type { RecordLink } from '../../platform/records/record-link.ts'
import { countryName } from '../directory/index.ts'

/** “South Korea in brief”. */
export function briefTitle(reader: Reader, country: string): string {
  return reader.t('briefs.brief.of', { country: countryName(reader, country) })
}

const at = (reader: Reader, network: string, place: string, parameters?: AddressParameters) =>
  addressFor(reader, `/${network}/brief${place}`, parameters)
const of = (reader: Reader, network: string, country: string, place = '') =>
  at(reader, network, `/${country.toLowerCase()}${place}`)
/** What people change is of today, whichever day is shown. */
const today = (reader: Reader): Reader => ({ ...reader, now: null })

/** Addresses of briefs, in the reader’s language; a country is in lower case. */
export const paths = {
  all: (reader: Reader, network: string) => at(reader, network, ''),
  brief: (reader: Reader, network: string, country: string) => of(reader, network, country),
  file: (reader: Reader, network: string, country: string, ending: 'pdf' | 'docx' | 'json' | 'txt') =>
    of(reader, network, country, `.${ending}`),
  edit: (reader: Reader, network: string, country: string, key?: string) =>
    of(today(reader), network, country, key === undefined ? '/edit' : `/edit/${key}`),
  editions: (reader: Reader, network: string) => at(reader, network, '/editions'),
  edition: (reader: Reader, network: string, number: number) => at(reader, network, `/editions/${number}`),
  editionFile: (reader: Reader, network: string, number: number, country: string, ending: 'pdf' | 'docx') =>
    at(reader, network, `/editions/${number}/${country.toLowerCase()}.${ending}`),
  legalPath: (reader: Reader, network: string, parameters: AddressParameters = {}) =>
    at(reader, network, '/legal-path', parameters),
  legalPathFile: (reader: Reader, network: string, parameters: AddressParameters) =>
    at(reader, network, '/legal-path.pdf', parameters),
  /** How full the pages would be with what the form of an item holds. */
  meter: (reader: Reader, network: string, country: string, key: string) =>
    of(today(reader), network, country, `/edit/${key}/meter`),
  history: (reader: Reader, network: string, country: string) =>
    of(today(reader), network, country, '/history'),
  questions: (reader: Reader, network: string, country: string) =>
    of(today(reader), network, country, '/questions'),
  /** Of the office that was asked, by the link in its mail. */
  asked: (language: string, network: string, token: string) =>
    `/${language}/${network}/brief/questions/${token}`,
}

export const navigation: NavigationEntry[] = [{ path: '/brief', label: 'briefs.brief.title', door: 'group' }]

/** From a tie to the legal path of its newest agreement. */
export const linkToLegalPath: RecordLink = async ({ reader, network, kind, record }) =>
  kind === 'cooperation'
    ? {
        href: paths.legalPath(reader, network.slug, { tie: record.slug }),
        label: reader.t('briefs.path.link'),
      }
    : null
