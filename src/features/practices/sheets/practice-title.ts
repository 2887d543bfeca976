import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Practice } from './queries.ts'

/** What a sheet is called, in words for titles. */
export function practiceTitle(reader: Reader, { title, slug }: Pick<Practice, 'title' | 'slug'>): string {
  return chooseText(title, reader.language)?.text ?? slug
}
