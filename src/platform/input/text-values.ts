import type { LocalizedText } from '../i18n/localized-text.ts'
import type { FormValues } from './form.ts'

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
