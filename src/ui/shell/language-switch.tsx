import { displayNames } from '../../platform/i18n/formatters.ts'
import { isInterfaceLanguage, languageNames } from '../../platform/i18n/languages.ts'
import { useReader } from '../reader.tsx'

const shortNames = { fr: 'fr', ko: '한국어', en: 'en' } as const

/** Links to the page in the other languages, each named in itself: no flags, a language is not a country. */
export function LanguageSwitch({ addresses }: { addresses: Record<string, string> }) {
  const reader = useReader()
  return (
    <nav class="languages" aria-label={reader.t('ui.shell.languages')}>
      <ul>
        {Object.entries(addresses).map(([language, address]) => {
          const { name, short } = namesOf(language)
          return (
            <li key={language}>
              <a
                href={address}
                lang={language}
                hreflang={language}
                title={name}
                aria-current={language === reader.language ? 'true' : undefined}
              >
                {short}
                {short === name ? null : <span class="visually-hidden"> ({name})</span>}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

// A network may work in languages that the interface does not have: its contents are read in them all the same.
function namesOf(language: string): { name: string; short: string } {
  if (isInterfaceLanguage(language)) return { name: languageNames[language], short: shortNames[language] }
  const name = displayNames(language, { type: 'language' }).of(language) ?? language
  return { name, short: name }
}
