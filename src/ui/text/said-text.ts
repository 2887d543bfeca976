import type { Passage } from '../../platform/documents/sheet.ts'
import { chooseText, type LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { languageInWords } from './language-in-words.ts'

/**
 * A text for a document in the reader’s language with how far it can be relied on; an untranslated one is marked so before the original
 * passage. `shorten` gets the words, without the marks. Null for no text.
 */
export function saidText(
  reader: Reader,
  text: LocalizedText,
  shorten: (words: string) => string = (words) => words,
): Passage | null {
  const chosen = chooseText(text, reader.language)
  if (chosen === null) return null
  const { language, state } = chosen
  const words = { text: shorten(chosen.text), language }
  if (language !== reader.language) {
    const mark = reader.t('ui.text.untranslated', { language: languageInWords(reader, language) })
    return [{ text: `${mark} `, emphasis: 'quiet' }, words]
  }
  if (state !== 'machine' && state !== 'stale') return [words]
  return [
    words,
    {
      text: ` (${reader.t(state === 'machine' ? 'ui.text.machine' : 'ui.text.outOfDate')})`,
      emphasis: 'quiet',
    },
  ]
}
