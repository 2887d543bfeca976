import { z } from 'zod'
import { type LocalizedText, mergeLocalizedText, type TypedText } from '../i18n/localized-text.ts'
import { type FormValues, says } from './form.ts'

interface TextLimits {
  /** Most signs in one language. */
  max: number
  /** A text in one language at least. */
  isRequired?: boolean
}

/** What `LocalizedField` sends, as typed: for a command that merges it with the current text of the database (`mergeLocalizedText`). */
export function typedText({ max, isRequired = false }: TextLimits) {
  const passage = z.object({ text: z.string().trim().max(max).default(''), reviewed: z.string().optional() })
  return z
    .object({ original: z.string().optional(), written: z.string().optional() })
    .catchall(passage)
    .default({})
    .transform(({ original: said, written = null, ...passages }): TypedText => {
      const original = said || null
      const languages = Object.entries(passages).filter(([language]) => languageTag.test(language))
      const texts = Object.fromEntries(languages.map(([language, { text }]) => [language, text]))
      const reviewed = languages.filter(([, { reviewed }]) => reviewed).map(([language]) => language)
      return { ...inItsLanguage(texts, { original, written }), reviewed }
    })
    .refine(({ texts }) => !isRequired || Object.values(texts).some(Boolean), says('ui.form.missing'))
}

/**
 * The texts with the one of the first box in its language: the one that its writer says, else the one that its letters show. Where a
 * text stands in that language already, only the original is another one.
 */
function inItsLanguage(
  texts: Record<string, string>,
  { original, written }: { original: string | null; written: string | null },
): Pick<TypedText, 'texts' | 'original'> {
  const typed = written === null ? '' : (texts[written] ?? '')
  if (written === null || typed === '') return { texts, original }
  const shown = original === written ? languageOfLetters(typed, Object.keys(texts)) : null
  const language = shown ?? original ?? written
  if (language === written || texts[language] !== '') return { texts, original }
  return { texts: { ...texts, [written]: '', [language]: typed }, original: language }
}

const scripts: readonly [RegExp, readonly string[]][] = [
  [/\p{Script=Hangul}/gu, ['ko']],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['ja']],
  [/\p{Script=Arabic}/gu, ['ar', 'fa', 'ur']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk', 'bg', 'sr']],
  [/\p{Script=Greek}/gu, ['el']],
  [/\p{Script=Hebrew}/gu, ['he']],
  [/\p{Script=Latin}/gu, ['fr', 'en', 'de', 'es', 'it', 'pt', 'vi']],
]

/** The one of some languages (BCP 47) in whose letters most of a text is; null where several or none of them could be meant. */
export function languageOfLetters(text: string, languages: readonly string[]): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  // A third is enough: names of partners stand in their own letters, and those of the last script in every language.
  const written = scripts.find(([script]) => (text.match(script)?.length ?? 0) * 3 > letters)
  const possible = languages.filter((each) => written?.[1].includes(each.split('-')[0] ?? ''))
  return possible.length === 1 ? (possible[0] ?? null) : null
}

/** The text in several languages that comes of what was typed and of the one before; `{}` where there was none. */
export function localizedText({ previous = {}, ...limits }: TextLimits & { previous?: LocalizedText }) {
  return typedText(limits).transform((typed) => mergeLocalizedText(previous, typed))
}

const languageTag = /^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/

/** The address of a web page, or null where the field is left empty; nothing that a browser would run or open otherwise. */
export const optionalWebAddress = z
  .union([z.literal(''), z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000)], {
    error: 'ui.form.url',
  })
  .default('')
  .transform((address) => (address === '' ? null : address))

/** What is ticked or chosen in lists, each once: a browser sends one as a text, several as a list, none not at all, a list left alone as ''. */
export function chosenAmong<const T extends readonly string[]>(codes: T) {
  return z.preprocess(
    (value) => [...new Set([value ?? []].flat().filter((each) => each !== ''))],
    z.array(z.enum(codes)),
  )
}

/** The codes that `CodesField` sends, each once, in the order in which they were chosen; one at least by default. */
export function codesInput(isCode: (text: string) => boolean, least = 1) {
  return z
    .preprocess(
      (value) => [...new Set([value ?? []].flat().filter((each) => each !== ''))],
      z.array(z.string()),
    )
    .refine((codes) => codes.length >= least, says('ui.form.missing'))
    .refine((codes) => codes.every(isCode), says('ui.form.wrong'))
}

/** What the inputs of a text in several languages hold. */
export function textValues(name: string, text: LocalizedText): FormValues {
  const original = Object.keys(text).find((language) => text[language]?.state === 'original')
  return {
    ...Object.fromEntries(
      Object.entries(text).map(([language, passage]) => [`${name}.${language}.text`, passage.text]),
    ),
    ...(original ? { [`${name}.original`]: original } : {}),
  }
}
