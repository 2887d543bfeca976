/** The languages of the interface; contents may be in any language. */
export const interfaceLanguages = ['fr', 'ko', 'en'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/** Names of languages in themselves: a switch is in the language it leads to. */
export const languageNames: Record<InterfaceLanguage, string> = {
  fr: 'français',
  ko: '한국어',
  en: 'English',
}

export function isInterfaceLanguage(language: string): language is InterfaceLanguage {
  return interfaceLanguages.some((known) => known === language)
}

/** The language of the interface for a reader of a language: that one, or English where it has no words in it. */
export function interfaceLanguageFor(language: string): InterfaceLanguage {
  return isInterfaceLanguage(language) ? language : 'en'
}

/** The interface language that an Accept-Language header asks for most; English when it asks for none of them. */
export function negotiateLanguage(acceptLanguage: string | undefined): InterfaceLanguage {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return { language: tag.toLowerCase().split('-')[0] ?? '', q: q ? Number(q.slice(2)) || 0 : 1 }
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q)
  for (const wish of wishes) if (isInterfaceLanguage(wish.language)) return wish.language
  return 'en'
}

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ku-arab',
  'nqo',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
])

/** `rtl` for languages written from right to left (BCP 47 tag or its first part). */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const tag = language.toLowerCase()
  return rightToLeft.has(tag) || rightToLeft.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}
