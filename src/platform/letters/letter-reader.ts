import { anonymous } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
import type { InterfaceLanguage } from '../i18n/languages.ts'
import type { LocalizedText } from '../i18n/localized-text.ts'
import { anyReader, type Reader } from '../i18n/reader.ts'
import type { LetterContext } from './letter-source.ts'

/** The context as an anonymous reader: a letter shows what anybody may read, whichever person makes it. */
export function asAnybody(context: Context): Context {
  return { ...context, actor: anonymous }
}

/** What `tell` returns for a reader of each language of the interface. */
export function inEachLanguage<T>(
  { context, translate }: Pick<LetterContext, 'context' | 'translate'>,
  tell: (reader: Reader) => T,
): Record<InterfaceLanguage, T> {
  const told = (language: InterfaceLanguage) => tell(anyReader(language, translate(language), context.today))
  return { fr: told('fr'), ko: told('ko'), en: told('en') }
}

/** Words that are made of words of the interface and of names, as a text that nobody has to translate. */
export function wordsInEachLanguage(
  letterContext: LetterContext,
  tell: (reader: Reader) => string,
): LocalizedText {
  return inEachLanguage(letterContext, (reader) => ({ text: tell(reader), state: 'reviewed' as const }))
}
