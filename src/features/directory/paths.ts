import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import type { DirectorySearch } from './search.schema.ts'

interface DirectoryParameters {
  q?: string | undefined
  country?: string | undefined
  kind?: string | undefined
  on?: string | undefined
  page?: string | undefined
}

/** The path of the directory after the language. */
export const directoryPath = '/directory'

/** The address of the directory's search page, in the reader's language. */
export function directoryAddress(reader: Reader, parameters: DirectoryParameters = {}): string {
  return addressFor(reader, directoryPath, { ...parameters })
}

/** The path of an organisation's page in the directory, after the language. */
export function organisationPath(slug: string): string {
  return `${directoryPath}/${slug}`
}

/** The address of an organisation's page in the directory, in the reader's language. */
export function organisationAddress(reader: Reader, slug: string): string {
  return addressFor(reader, organisationPath(slug))
}

/** The address of a search, with the criteria that were understood. */
export function searchAddress(reader: Reader, search: DirectorySearch): string {
  return directoryAddress(reader, parametersOf(search))
}

/** A search as the parameters of an address. */
export function parametersOf({ text, country, kind, on, page }: DirectorySearch): DirectoryParameters {
  return {
    q: text,
    country: country ?? undefined,
    kind: kind ?? undefined,
    on: on ?? undefined,
    page: page > 1 ? `${page}` : undefined,
  }
}
