import type { Sentence } from '../outline.ts'
import { plainCopy } from '../plain-copy.ts'
import type { ReadTheme } from '../reading.ts'
import { themeWords } from '../words/theme-words.ts'
import { quoteOf, type Told } from './clauses.ts'

const wished = /esper|souhait|aimerai|envisag|ajouter un volet|hope to|wish to|would like|희망|바라|기대/

/** The themes that sentences name, each with the first that does. */
export function readThemes(
  told: readonly Pick<Told, 'sentence' | 'plain'>[],
  bodies: readonly string[] = [],
): ReadTheme[] {
  const found = new Map<string, ReadTheme>()
  // « le lycée agricole », « l’Université de Pise »: the name of a body says who takes part, not what about.
  const names = bodies.map(plainCopy)
  for (const { sentence, plain: whole } of told) {
    const plain = names.reduce((rest, name) => rest.replaceAll(name, ' '), whole)
    for (const [theme, words] of themeWords) {
      if (!words.test(plain)) continue
      const before = found.get(theme)
      const isWished = wished.test(plain)
      if (!before) found.set(theme, { theme, isWished, quote: quoteOf(sentence) })
      else if (before.isWished && !isWished) found.set(theme, { theme, isWished, quote: quoteOf(sentence) })
    }
  }
  return [...found.values()]
}

export const wholeSentence = (sentence: Sentence) => ({ sentence, plain: sentence.plain })
