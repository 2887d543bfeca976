import type { LocalizedName, LocalizedText } from '../../platform/i18n/localized-text.ts'
import { tradeNames } from '../contacts/index.ts'
import { themeNames } from '../networks/themes/index.ts'
import { findTerms } from '../translations/index.ts'

/**
 * What a sheet or a question is found by beside its own words, in every language: the terms of the glossary that it uses, and the names of its
 * themes and trades. Whoever searches in one language finds what was written in another, translated or not.
 */
export function searchWords(
  texts: readonly LocalizedText[],
  themes: readonly string[],
  trades: readonly string[],
): LocalizedName[] {
  const terms = texts.flatMap((text) =>
    Object.entries(text).flatMap(([language, { text: words }]) => findTerms(words, language)),
  )
  const used = [...new Set(terms.map(({ term }) => term))].map(({ words }) => words)
  return [...used, ...themes.map(themeNames), ...trades.map(tradeNames)]
}
