import type { Application } from '../../platform/http/application.ts'
import { languageOf } from '../../platform/i18n/country-language.ts'
import { type InterfaceLanguage, isInterfaceLanguage } from '../../platform/i18n/languages.ts'
import {
  chooseName,
  chooseText,
  type LocalizedName,
  type LocalizedText,
} from '../../platform/i18n/localized-text.ts'

/** A post as a line of a mail: « Limoges : adjointe au maire ». */
export function postLine(
  post: { organisation: LocalizedName; function: LocalizedText },
  language: InterfaceLanguage,
): string {
  const organisation = chooseName(post.organisation, language).text
  const words = chooseText(post.function, language)?.text ?? ''
  return `${organisation}${language === 'fr' ? ' :' : ':'} ${words}`
}

/** The page on which contacts are confirmed, corrected and removed, one after the other. */
export function reviewAddress(
  { settings }: Pick<Application, 'settings'>,
  language: InterfaceLanguage,
  network: string,
): string {
  return `${settings.baseUrl}/${language}/${network}/contacts/review`
}

/** The language in which to write to a holder (BCP 47): that of their country where they read it, else one of theirs that the interface speaks. */
export function languageToWrite(languages: readonly string[], country: string): string {
  const own = languageOf(country)
  return languages.includes(own) ? own : (languages.find(isInterfaceLanguage) ?? own)
}
