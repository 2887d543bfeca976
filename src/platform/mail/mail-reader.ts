import { type InterfaceLanguage, interfaceLanguageFor } from '../i18n/languages.ts'
import type { Reader } from '../i18n/reader.ts'
import type { Translate } from '../i18n/translate.ts'

/** The recipient of a mail as its reader: in their language where the interface speaks it, else in English. */
export function mailReader(
  services: { translate(language: InterfaceLanguage): Translate },
  { today }: { today: string },
  to: { language: string },
): Reader {
  const language = interfaceLanguageFor(to.language)
  return { language, interfaceLanguage: language, t: services.translate(language), today, now: null }
}
