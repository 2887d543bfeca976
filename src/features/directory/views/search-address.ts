import type { Reader } from '../../../platform/i18n/reader.ts'
import { type DirectoryParameters, directoryAddress } from '../paths.ts'
import type { DirectorySearch } from '../search.schema.ts'

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
