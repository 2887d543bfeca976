import { z } from 'zod'
import type { LocalizedText } from '../i18n/localized-text.ts'
import { mergeLocalizedText, type TypedText } from '../i18n/merge-localized-text.ts'
import { says } from './form.ts'

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
