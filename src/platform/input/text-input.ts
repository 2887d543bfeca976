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
    .object({ original: z.string().optional() })
    .catchall(passage)
    .default({})
    .transform(({ original, ...passages }): TypedText => {
      const languages = Object.entries(passages).filter(([language]) => languageTag.test(language))
      return {
        texts: Object.fromEntries(languages.map(([language, { text }]) => [language, text])),
        reviewed: languages.filter(([, { reviewed }]) => reviewed).map(([language]) => language),
        original: original ?? null,
      }
    })
    .refine(({ texts }) => !isRequired || Object.values(texts).some(Boolean), says('ui.form.missing'))
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

/** The boxes that are ticked, each once: a browser sends one as a text, several as a list, none not at all. */
export function chosenAmong<const T extends readonly [string, ...string[]]>(codes: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [...new Set([value].flat())]),
    z.array(z.enum(codes)),
  )
}

/** The codes that `CodesField` sends, each once, in the order in which they were chosen. */
export function codesInput(isCode: (text: string) => boolean) {
  return z
    .preprocess(
      (value) => [...new Set([value ?? []].flat().filter((each) => each !== ''))],
      z.array(z.string()),
    )
    .refine((codes) => codes.length > 0, says('ui.form.missing'))
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
