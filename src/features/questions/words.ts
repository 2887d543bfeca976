import { z } from 'zod'
import { chooseName, chooseText, type LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { optionalDayInput, saidDay } from '../../platform/input/date-input.ts'
import { says } from '../../platform/input/form.ts'
import { languageOfLetters } from '../../platform/input/text-input.ts'
import { originalLanguage, withPassage } from '../../platform/translation/with-passage.ts'
import { type Trade, themesOfTrade, trades } from '../contacts/index.ts'
import { shortNames } from '../directory/index.ts'
import type { Theme } from '../networks/themes/index.ts'
import type { Question } from './questions/question.ts'
import type { AskedPeer } from './routing/world.queries.ts'

export const [longestQuestion, longestTried, longestAnswer] = [600, 2000, 4000]

/** What somebody asks, in three fields. */
export const wordsForm = z.object({
  question: z.string().trim().min(10, says('questions.error.short')).max(longestQuestion),
  tried: z.string().trim().max(longestTried).default(''),
  neededBy: optionalDayInput(saidDay()),
})

/** What somebody answers, and the function, or the name, by which they sign. */
export const answerForm = z.object({
  words: z.string().trim().min(1, says('ui.form.missing')).max(longestAnswer),
  signed: z.string().trim().max(120).default(''),
})

/** A text as it is kept, in the language of its letters, else in that of the page. */
export function typedAnswer(text: string, language: string, languages: readonly string[]): LocalizedText {
  return { [languageOfLetters(text, languages) ?? language]: { text, state: 'original' } }
}

/** The words of a question as they are kept: all in the language of its first field. */
export function typedWords(
  { question, tried, neededBy }: { question: string; tried: string; neededBy?: string | null | undefined },
  language: string,
  languages: readonly string[],
) {
  const own = languageOfLetters(question, languages) ?? language
  return {
    question: typedAnswer(question, own, []),
    tried: tried === '' ? {} : typedAnswer(tried, own, []),
    neededBy: neededBy ?? null,
    language: own,
  }
}

/** A text after its author has written it anew: in the same language, its translations are kept and stale. */
export function reworded(before: LocalizedText, after: LocalizedText): LocalizedText {
  const language = originalLanguage(after)
  const passage = language !== null && language === originalLanguage(before) ? after[language] : undefined
  return passage ? withPassage(before, language ?? '', passage) : after
}

/** What was typed of a text, for the form in which it is changed. */
export function typedBefore(text: LocalizedText): string {
  return Object.values(text).find(({ state }) => state === 'original')?.text ?? ''
}

/** The trade to which the first of some themes belongs. */
export function tradeOf([first]: readonly Theme[]): Trade | null {
  return trades.find((trade) => themesOfTrade[trade].some((theme) => theme === first)) ?? null
}

// In a subject and on buttons: the beginning of the question.
const longestHeadline = 70

export function headline(
  { question }: Pick<Question, 'question'>,
  language: string,
  longest = longestHeadline,
): string {
  const text = (chooseText(question, language)?.text ?? '').replaceAll(/\s+/g, ' ')
  if (text.length <= longest) return text
  // A word is not cut, unless it is the only one.
  const start = text.slice(0, longest)
  return `${start.slice(0, start.lastIndexOf(' ') > 0 ? start.lastIndexOf(' ') : -1)}…`
}

/** Why somebody is asked, in a sentence for them and for the asker: by their post, never by their name. */
export function groundWords(
  reader: Reader,
  { trade, themes }: Pick<Question, 'trade' | 'themes'>,
  { ground, organisation, post }: Pick<AskedPeer, 'ground' | 'organisation' | 'post'>,
): string {
  const { t } = reader
  return t(`questions.ground.${ground}`, {
    organisation: chooseName(shortNames(organisation), reader.language).text,
    post: post === null ? '' : (chooseText(post.function, reader.language)?.text ?? ''),
    trade: trade === null ? '' : t(`contacts.trade.${trade}`),
    themes: themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
  })
}
