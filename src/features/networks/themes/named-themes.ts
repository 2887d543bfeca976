import { plainCopy } from '../../../platform/reading/plain-copy.ts'
import { koreanThemeWords, themedKorean } from './korean-theme-words.ts'
import { themeWords } from './theme-words.ts'
import type { Theme } from './themes.ts'

/** The themes that a text of any kind names in French, Korean or English: by the words that texts use for them. */
export function themesOfText(text: string): Theme[] {
  return themesIn(plainCopy(text), text)
}

/** The themes of a text whose plain copy exists already. */
export function themesIn(plain: string, whole: string): Theme[] {
  const inLatin = themeWords.filter(([, words]) => words.test(plain)).map(([theme]) => theme)
  if (!/[가-힣]/u.test(whole)) return inLatin
  const korean = themedKorean(plain)
  const inKorean = koreanThemeWords.filter(([, words]) => words.test(korean)).map(([theme]) => theme)
  // 우한대학교와 충북대학교가 학점을 교류한다: here the bodies do tell the theme.
  const ofStudents = betweenUniversities.test(whole) ? (['higher_education'] as const) : []
  // 거제대학교 학생: adults, unless the text names younger ones.
  const isGrown = ofStudents.length > 0 && !/청소년|어린이|초등|중학생|고등학생/u.test(whole)
  return [
    ...new Set([...inLatin, ...inKorean.filter((theme) => !(isGrown && theme === 'youth')), ...ofStudents]),
  ]
}

const betweenUniversities =
  /(?:대학교?|[가-힣]대|칼리지)(?:의|에 다니는)? ?학생|대학(?:교)?[와과도] [^.,]{0,20}대학[^.]{0,30}(?:학생|학점|교류)/u
