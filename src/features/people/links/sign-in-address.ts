import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import { paths } from '../paths.ts'

/** The whole address of a link, in a language that has pages. */
export function signInAddress(baseUrl: string, language: string, token: string, next?: string): string {
  return baseUrl + paths.link(interfaceLanguageFor(language), token, next ?? null)
}
