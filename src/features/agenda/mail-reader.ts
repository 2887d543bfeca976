import { type InterfaceLanguage, isInterfaceLanguage } from '../../platform/i18n/languages.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Translate } from '../../platform/i18n/translate.ts'

/** Who reads a mail: its recipient, in their language where the interface speaks it, else in English. */
export function mailReader(
  house: { translate(language: InterfaceLanguage): Translate },
  { today }: { today: string },
  to: { language: string },
): Reader {
  const language = isInterfaceLanguage(to.language) ? to.language : 'en'
  return { language, interfaceLanguage: language, t: house.translate(language), today, now: null }
}
