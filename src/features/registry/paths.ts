import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import type { AddressParameters } from '../../platform/input/list-filter.ts'

/** Addresses of the registry’s pages, in the reader’s language and for the day of the page. */
export const paths = {
  home: (reader: Reader, network: string) => addressFor(reader, `/${network}`),
  cooperations: (
    reader: Reader,
    network: string,
    parameters: Record<string, string | string[] | undefined> = {},
  ) => addressFor(reader, `/${network}/cooperations`, parameters),
  cooperation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/cooperations/${slug}`),
  /** The statements of each side on a tie. */
  confirmation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/cooperations/${slug}/confirmation`),
  /** What waits for the reader. */
  toDo: (reader: Reader, network: string) => addressFor(reader, `/${network}/to-do`),
  organisations: (reader: Reader, network: string) => addressFor(reader, `/${network}/organisations`),
  organisation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}`),
  translations: (reader: Reader, network: string, language: string) =>
    addressFor(reader, `/${network}/translations`, { language }),
  map: (reader: Reader, network: string) => addressFor(reader, `/${network}/map`),
  group: (reader: Reader, network: string) => addressFor(reader, `/${network}/group`),
  describeGroup: (reader: Reader, network: string) => addressFor(reader, `/${network}/group/edit`),
  members: (reader: Reader, network: string, parameters: AddressParameters = {}) =>
    addressFor(reader, `/${network}/group/members`, parameters),
  newMembers: (reader: Reader, network: string, parameters: { organisation?: string; role?: string } = {}) =>
    addressFor(reader, `/${network}/group/members/new`, parameters),
  /** The form that changes or ends one role of an organisation. */
  role: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/group/members/${id}/edit`),
  passChair: (reader: Reader, network: string) => `${addressFor(reader, `/${network}/people`)}#chair`,
  newOrganisation: (reader: Reader, network: string) => addressFor(reader, `/${network}/organisations/new`),
  sources: (reader: Reader, network: string) => addressFor(reader, `/${network}/sources`),
  source: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/sources/${slug}`),
  /** A source opened on the sentence that some evidence quotes. */
  quoted: (reader: Reader, network: string, source: string, evidenceId: string) =>
    `${addressFor(reader, `/${network}/sources/${source}`, { quote: evidenceId })}#quote`,
  /** That sentence alone, to be shown in place. */
  passage: (reader: Reader, network: string, evidenceId: string) =>
    addressFor(reader, `/${network}/passages/${evidenceId}`),
  note: (
    reader: Reader,
    network: string,
    of: 'cooperations' | 'organisations',
    slug: string,
    format: 'pdf' | 'docx',
  ) => addressFor(reader, `/${network}/${of}/${slug}/note.${format}`),
  /** Where a visit is prepared: to a place, or to one `among` several. */
  visit: (reader: Reader, network: string, parameters: AddressParameters = {}) =>
    addressFor(reader, `/${network}/visit`, parameters),
  visitFile: (
    reader: Reader,
    network: string,
    format: 'pdf' | 'docx' | 'ics',
    parameters: AddressParameters,
  ) => addressFor(reader, `/${network}/visit.${format}`, parameters),
  // The directory belongs to the site, which speaks the languages of the interface.
  directoryRecord: (reader: Reader, slug: string) => `/${reader.interfaceLanguage}/directory/${slug}`,
  directorySearch: (reader: Reader, text: string) =>
    `/${reader.interfaceLanguage}/directory?q=${encodeURIComponent(text)}`,
}

/** The base of addresses for programs: the server, the network’s slug, the language of its pages. */
export interface Pointing {
  baseUrl: string
  network: string
  language: string
}

/** The permanent address of a record’s page, whatever the day it is seen on. */
export function permanentAddress(
  { baseUrl, network, language }: Pointing,
  of: 'cooperations' | 'organisations',
  slug: string,
): string {
  return `${baseUrl}/${language}/${network}/${of}/${slug}`
}

/** The registry's places in a network's navigation, in order. */
export const navigation: NavigationEntry[] = [
  { path: '/cooperations', label: 'registry.list.table', door: 'cooperations' },
  { path: '/cooperations', view: 'map', label: 'registry.list.map', door: 'cooperations' },
  { path: '/cooperations', view: 'timeline', label: 'registry.list.timeline', door: 'cooperations' },
  { path: '/organisations', label: 'registry.nav.organisations', door: 'cooperations' },
  { path: '/sources', label: 'registry.nav.sources', door: 'cooperations' },
  { path: '/group', label: 'registry.nav.group', door: 'group' },
  { path: '/group/members', label: 'registry.nav.members', door: 'group' },
]
