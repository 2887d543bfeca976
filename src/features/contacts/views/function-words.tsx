import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'

/** What a post is called, in the reader’s language or in the one it is known in. */
export function FunctionWords({ words }: { words: LocalizedText }) {
  const reader = useReader()
  const chosen = chooseText(words, reader.language)
  return chosen ? <span {...languageAttributes(reader, chosen.language)}>{chosen.text}</span> : <>—</>
}
