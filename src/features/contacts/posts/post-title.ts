import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { shortNames } from '../../directory/index.ts'
import type { Post } from './queries.ts'

/** A post with its organisation: « Adjointe au maire, Limoges ». */
export function postTitle(reader: Reader, { function: words, organisation }: Post): string {
  const called = chooseText(words, reader.language)?.text ?? ''
  return `${called}, ${chooseName(shortNames(organisation), reader.language).text}`
}
