import type { Theme } from '../../../registry/index.ts'
import type { Sentence } from '../outline.ts'
import { plainCopy } from '../plain-copy.ts'
import type { ReadTheme } from '../reading.ts'
import { koreanThemeWords, themedKorean } from '../words/korean-theme-words.ts'
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
    for (const theme of themesIn(plain, whole)) {
      const before = found.get(theme)
      const isWished = wished.test(plain)
      if (!before) found.set(theme, { theme, isWished, quote: quoteOf(sentence) })
      else if (before.isWished && !isWished) found.set(theme, { theme, isWished, quote: quoteOf(sentence) })
    }
  }
  return [...found.values()]
}

function themesIn(plain: string, whole: string): Theme[] {
  const inLatin = themeWords.filter(([, words]) => words.test(plain)).map(([theme]) => theme)
  if (!/[가-힣]/u.test(whole)) return inLatin
  const korean = themedKorean(plain)
  const inKorean = koreanThemeWords.filter(([, words]) => words.test(korean)).map(([theme]) => theme)
  // 우한대학교와 충북대학교가 학점을 교류한다: here the bodies do say what about.
  const ofStudents = betweenUniversities.test(whole) ? (['higher_education'] as const) : []
  // 거제대학교 학생: grown up, where no younger ones are named beside.
  const isGrown = ofStudents.length > 0 && !/청소년|어린이|초등|중학생|고등학생/u.test(whole)
  return [
    ...new Set([...inLatin, ...inKorean.filter((theme) => !(isGrown && theme === 'youth')), ...ofStudents]),
  ]
}

const betweenUniversities =
  /(?:대학교?|[가-힣]대|칼리지)(?:의|에 다니는)? ?학생|대학(?:교)?[와과도] [^.,]{0,20}대학[^.]{0,30}(?:학생|학점|교류)/u

export const wholeSentence = (sentence: Sentence) => ({ sentence, plain: sentence.plain })
