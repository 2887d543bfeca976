import { chooseText, type LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { languageInWords } from './language-in-words.ts'

/**
 * Says in a mail in which other languages than its reader’s the texts are that it shows, and whether a translation can be asked for on the
 * page that it leads to; null where all are in the reader’s.
 */
export function languageNote(
  reader: Reader,
  texts: readonly LocalizedText[],
  mayAsk: boolean,
): string | null {
  const shown = texts.flatMap((text) => chooseText(text, reader.language)?.language ?? [])
  const others = [...new Set(shown)].filter((language) => language !== reader.language)
  if (others.length === 0) return null
  const languages = others.map((language) => languageInWords(reader, language)).join(', ')
  return reader.t(mayAsk ? 'ui.text.writtenInAsk' : 'ui.text.writtenIn', { languages })
}
