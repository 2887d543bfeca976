import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'

/** What a post is called, in the reader’s language or in the one it is known in. */
export function FunctionWords({ reader, words }: { reader: Reader; words: LocalizedText }) {
  const chosen = chooseText(words, reader.language)
  return chosen ? <span {...languageAttributes(reader, chosen.language)}>{chosen.text}</span> : <>—</>
}
