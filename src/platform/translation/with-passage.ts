import type { LocalizedText, TextState } from '../i18n/localized-text.ts'

/** The language in which a text was first written; the first that it has where none is marked, null when it is empty. */
export function originalLanguage(text: LocalizedText): string | null {
  const filled = Object.keys(text).filter((language) => text[language]?.text !== '')
  return filled.find((language) => text[language]?.state === 'original') ?? filled[0] ?? null
}

/**
 * A text with another passage in one language, or without any when it is null. When the original changes, its
 * translations turn stale in the same step; nobody else can make a passage the original.
 */
export function withPassage(
  text: LocalizedText,
  language: string,
  passage: { text: string; state: TextState } | null,
): LocalizedText {
  const original = originalLanguage(text)
  if (language === original) {
    // Without its original, a text would have nothing to be translated from.
    if (passage === null || passage.text === '' || passage.text === text[language]?.text) return text
    const stale = Object.entries(text).map(
      ([each, { text: words }]) => [each, { text: words, state: 'stale' as const }] as const,
    )
    return { ...Object.fromEntries(stale), [language]: { text: passage.text, state: 'original' } }
  }
  const { [language]: _, ...others } = text
  if (passage === null || passage.text === '') return others
  const state = passage.state === 'original' && original !== null ? 'reviewed' : passage.state
  return { ...others, [language]: { text: passage.text, state } }
}
