import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { mergeLocalizedText } from '../../../../platform/i18n/merge-localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'

/** A text in several languages as one line of a form shows it: in the reader’s language, or what there is. */
export function lineOf({ interfaceLanguage }: Reader, text: LocalizedText): string {
  return text[interfaceLanguage]?.text ?? chooseText(text, interfaceLanguage)?.text ?? ''
}

/** The text after that line was typed in the reader’s language: as it was where the line was left alone. */
export function withLine(reader: Reader, before: LocalizedText, typed: string): LocalizedText {
  if (typed === lineOf(reader, before)) return before
  if (typed === '') return {}
  const language = reader.interfaceLanguage
  return mergeLocalizedText(before, { texts: { [language]: typed }, reviewed: [], original: language })
}
