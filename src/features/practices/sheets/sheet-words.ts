import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { LinkedRecord, Practice } from './queries.ts'

/** What a sheet is called, in words for titles. */
export function practiceTitle(reader: Reader, { title, slug }: Pick<Practice, 'title' | 'slug'>): string {
  return chooseText(title, reader.language)?.text ?? slug
}

/** A tie by its parties, an event by its title. */
export function linkWords(
  { language }: Reader,
  { title, parties }: Pick<LinkedRecord, 'title' | 'parties'>,
): string {
  return title === null
    ? parties.map((name) => chooseName(name, language).text).join(' – ')
    : (chooseText(title, language)?.text ?? '')
}
