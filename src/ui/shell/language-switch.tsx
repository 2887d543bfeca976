import { interfaceLanguages, languageNames } from '../../platform/i18n/languages.ts'
import type { Reader } from '../../platform/i18n/reader.ts'

const shortNames = { fr: 'fr', ko: '한국어', en: 'en' } as const

/** The same page in the other languages, each named in itself: no flags, a language is not a country. */
export function LanguageSwitch({ reader, addresses }: { reader: Reader; addresses: Record<string, string> }) {
  return (
    <nav class="languages" aria-label={reader.t('ui.shell.languages')}>
      <ul>
        {interfaceLanguages.map((language) => (
          <li key={language}>
            <a
              href={addresses[language] ?? `/${language}`}
              lang={language}
              hreflang={language}
              title={languageNames[language]}
              aria-current={language === reader.interfaceLanguage ? 'true' : undefined}
            >
              {shortNames[language]}
              {shortNames[language] === languageNames[language] ? null : (
                <span class="visually-hidden"> ({languageNames[language]})</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
