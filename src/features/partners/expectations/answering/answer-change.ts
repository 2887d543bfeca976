import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { MemberRequest } from '../requests.queries.ts'

type Given = Pick<MemberRequest, 'answer' | 'reason' | 'words'>

/**
 * What a form changes of an answer: nothing, by a second press; its words in other languages than that in which they were written, which
 * says nothing new; or the answer itself.
 */
export function changeOf(stored: Given, given: Given): 'none' | 'translation' | 'answer' {
  if (stored.answer !== given.answer || stored.reason !== given.reason) return 'answer'
  if (asText(stored.words) === asText(given.words)) return 'none'
  const original = originalOf(stored.words)
  return original !== undefined && original === originalOf(given.words) ? 'translation' : 'answer'
}

function originalOf(words: LocalizedText): string | undefined {
  const [found] = Object.entries(words).filter(([, { state }]) => state === 'original')
  return found && `${found[0]} ${found[1].text}`
}

function asText(words: LocalizedText): string {
  const passages = Object.entries(words).map(([language, { text, state }]) => [language, text, state])
  return JSON.stringify(passages.sort())
}
