import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { OfferedLink } from './offered.queries.ts'

/** A tie by its parties, an event by its title. */
export function linkWords(
  { language }: Reader,
  { title, parties }: Pick<OfferedLink, 'title' | 'parties'>,
): string {
  return title === null
    ? parties.map((name) => chooseName(name, language).text).join(' – ')
    : (chooseText(title, language)?.text ?? '')
}
