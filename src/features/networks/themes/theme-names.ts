import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { networksMessages } from '../messages/index.ts'
import { themes } from './themes.ts'

/** What a theme is called, in every language of the pages; nothing for a code that there is no more. */
export function themeNames(code: string): LocalizedName {
  const theme = themes.find((each) => each === code)
  if (!theme) return {}
  const { fr, ko, en } = networksMessages
  const key = `networks.theme.${theme}` as const
  return { fr: fr[key], ko: ko[key], en: en[key] }
}
