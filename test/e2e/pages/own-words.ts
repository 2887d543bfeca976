import { globSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** The passages of a page in its own language, by its markup: without passages marked as another language, and typed text. */
export function ownWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const passages: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement
      if (!around || around.closest('script, style, code, pre, textarea, .secret')) continue
      if (around.closest('[lang]')?.getAttribute('lang') !== document.documentElement.lang) continue
      const words = (node.textContent ?? '').replace(/\s+/g, ' ').trim()
      // Behind Korean words stands how they are read, in Latin letters: “국제교류, gukje gyoryu”.
      const before = node.previousSibling ?? around.previousSibling
      const isRead = before instanceof HTMLElement && before.lang === 'ko'
      passages.push(isRead ? words.replace(/^, [a-z -]+/, '') : words)
    }
    return passages
  })
}

/**
 * Passages of three words and more that are spelt alike in two languages of one page: they were not translated. Names are spelt alike too:
 * a passage is taken for one when each of its long words begins with a capital. What a translator wrote in just these words is meant.
 */
export function untranslated(pages: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>()
  for (const [language, passages] of pages)
    for (const [other, others] of pages) {
      if (other <= language) continue
      const there = new Set(others)
      for (const passage of passages)
        if (isSentence(passage) && there.has(passage) && !isMeant(passage, language, other))
          found.add(passage)
    }
  return [...found]
}

// Hangul has no capitals: of a name of three words there, the demonstration has one.
const name = '이천시 국제교류 담당자'
const isSentence = (passage: string) =>
  /\p{L}+\s+\p{L}+\s+\p{L}/u.test(passage) &&
  /(?<![\p{L}-])(?:\p{Ll}\p{L}{3,}|\p{Script=Hangul}{2,})/u.test(passage) &&
  !passage.includes(name)

const translations = new Map<string, Set<string>>()
function isMeant(passage: string, ...languages: string[]): boolean {
  return languages.every((language) => translationsIn(language).has(passage))
}

function translationsIn(language: string): Set<string> {
  const known = translations.get(language)
  if (known) return known
  const read = new Set(
    globSync(`src/**/messages/${language}.json`).flatMap((file) =>
      Object.values<string>(JSON.parse(readFileSync(file, 'utf8'))),
    ),
  )
  translations.set(language, read)
  return read
}
