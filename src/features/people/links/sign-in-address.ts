import { isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { paths } from '../paths.ts'

/** The whole address of a link, in a language that has pages. */
export function signInAddress(baseUrl: string, language: string, token: string, next?: string): string {
  return baseUrl + paths.link(isInterfaceLanguage(language) ? language : 'en', token, next ?? null)
}
