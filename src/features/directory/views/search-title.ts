import type { Reader } from '../../../platform/i18n/reader.ts'
import type { DirectorySearch } from '../search.schema.ts'
import { listTitle } from './kind-list.tsx'

/** The title of a page of the directory in tabs and search engines. */
export function searchTitle(reader: Reader, search: DirectorySearch): string {
  if (search.text !== '') return reader.t('directory.search.titleFor', { text: search.text })
  return search.kind === null ? reader.t('directory.search.title') : listTitle(reader, search)
}
