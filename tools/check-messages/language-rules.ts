import { frenchTypography } from '../../src/platform/i18n/typography.ts'
import type { Finding } from '../finding.ts'
import { hole } from '../project/literals.ts'
import { typographyFaults } from './french-typography.ts'
import type { Language, Message } from './message-files.ts'
import type { Branching, MessageShape } from './message-shape.ts'

/**
 * Checks a message by the rules of its own language: plural forms, French typography (as the formatter leaves it on the
 * page), Korean in Hangul.
 */
export function checkLanguage(language: Language, message: Message, shape: MessageShape): Finding[] {
  const { file, line, key } = message
  const finding = (rule: string, words: string) => ({ file, line, rule, message: `${key}: ${words}` })
  return [
    ...shape.branchings
      .flatMap((branching) => pluralFaults(language, branching))
      .map((words) => finding('plural', words)),
    ...(language === 'fr' ? unique(shape.passages.flatMap(frenchFaults)) : []).map((words) =>
      finding('french-typography', words),
    ),
    ...(language === 'ko' && !isKorean(shape) ? [finding('korean', 'no Hangul: is it translated?')] : []),
  ]
}

// The formatter sets the spaces when the page is drawn; an apostrophe must be right in the file, where ICU gives it a meaning.
function frenchFaults(passage: string): string[] {
  const straight = passage.includes("'") ? typographyFaults("'") : []
  // A value inserted later is a word for what follows it.
  return [...straight, ...typographyFaults(frenchTypography(passage.replaceAll(hole, 'x')))]
}

function pluralFaults(language: Language, { kind, parameter, cases }: Branching): string[] {
  if (kind === 'select') return []
  const type = kind === 'ordinal' ? 'ordinal' : 'cardinal'
  const forms = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories
  const missing = forms.filter((form) => !cases.includes(form))
  const foreign = cases.filter((form) => !form.startsWith('=') && !forms.some((known) => known === form))
  return [
    ...(missing.length > 0 ? [`{${parameter}} lacks the form ${missing.join(', ')}`] : []),
    ...(foreign.length > 0
      ? [`{${parameter}} has the form ${foreign.join(', ')}, which ${language} has not`]
      : []),
  ]
}

/** A few letters may be an acronym or a format; nine in a row of passages are words. */
function isKorean({ passages }: MessageShape): boolean {
  const text = passages.join(hole).replaceAll(/\b(?:https?:\/\/|www\.)\S+|\S+@\S+/g, '')
  return [...text.matchAll(/\p{L}/gu)].length <= 8 || /\p{Script=Hangul}/u.test(text)
}

const unique = (words: string[]) => [...new Set(words)]
