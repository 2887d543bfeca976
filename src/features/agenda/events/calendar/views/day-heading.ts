import type { Reader } from '../../../../../platform/i18n/reader.ts'

/** « lundi 9 octobre 2017 » */
export function wholeDay({ interfaceLanguage }: Reader, day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString(
    interfaceLanguage === 'en' ? 'en-GB' : interfaceLanguage,
    {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    },
  )
}
