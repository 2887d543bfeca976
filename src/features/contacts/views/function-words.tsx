import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'

/** The function of a post, in the reader’s language or in the one in which it is known. */
export function FunctionWords({ words }: { words: LocalizedText }) {
  const reader = useReader()
  const chosen = chooseText(words, reader.language)
  return chosen ? <span {...languageAttributes(reader, chosen.language)}>{chosen.text}</span> : <>—</>
}
