import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

export interface DirectoryParameters {
  q?: string | undefined
  country?: string | undefined
  kind?: string | undefined
  on?: string | undefined
  page?: string | undefined
}

/** What follows the language in the addresses of the directory. */
export const directoryPath = '/directory'

/** The directory's search page, in the reader's language. */
export function directoryAddress(reader: Reader, parameters: DirectoryParameters = {}): string {
  return addressFor(reader, directoryPath, { ...parameters })
}

/** What follows the language in the address of an organisation's page in the directory. */
export function organisationPath(slug: string): string {
  return `${directoryPath}/${slug}`
}

/** An organisation's page in the directory, in the reader's language. */
export function organisationAddress(reader: Reader, slug: string): string {
  return addressFor(reader, organisationPath(slug))
}
