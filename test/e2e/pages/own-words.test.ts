import { expect, test } from 'vitest'
import { untranslated } from './own-words.ts'

const pages = (fr: string[], ko: string[], en: string[]) =>
  untranslated(new Map(Object.entries({ fr, ko, en })))

test('a sentence that stands in two languages in the same letters is found, a name is not', () => {
  const found = pages(
    ['Cités Unies France', 'Vous cherchez un partenaire', 'Une fois par mois'],
    ['Cités Unies France', '파트너를 찾습니다', '한 달에 한 번 보내 드립니다'],
    ['Cités Unies France', 'Vous cherchez un partenaire', '한 달에 한 번 보내 드립니다'],
  )
  expect(found.toSorted()).toEqual(['Vous cherchez un partenaire', '한 달에 한 번 보내 드립니다'])
})

test('a word or two say nothing, and what translators wrote in the same words is meant', () => {
  expect(pages(['le site', 'Tours de table'], ['le site'], ['le site', 'Tours de table'])).toEqual([])
})
