import type { ComponentChildren } from 'preact'
import type { Door } from '../../platform/http/navigation.ts'
import { displayNames } from '../../platform/i18n/formatters.ts'
import { isInterfaceLanguage, languageNames } from '../../platform/i18n/languages.ts'
import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import { SearchForm } from '../form/search-form.tsx'
import { useReader } from '../reader.tsx'

export interface NetworkHeader {
  /** Shown in the reader's language, then in the other languages of `languages`. */
  name: LocalizedName
  /** Address of the network's home in the reader's language, without a final slash. */
  path: string
  doors: readonly DoorLink[]
}

export interface DoorLink {
  door: Door
  href: string
  current: boolean
}

interface HeaderProps {
  addresses: Record<string, string>
  network: NetworkHeader | undefined
  account: ComponentChildren
  searched: string | undefined
}

/**
 * The mark with the name of the network, the doors, the languages, the search and the reader. On a phone, which has one line, a menu opens
 * them; it needs no script.
 */
export function Header({ addresses, network, account, searched }: HeaderProps) {
  const { t, person } = useReader()
  const waiting = person?.waiting
  return (
    <header class="header">
      <div class="header-top">
        <p class="brand">
          <Brand network={network} />
        </p>
        <button class="menu-button" type="button" popovertarget="menu">
          {t('ui.shell.menu')}
          {waiting && waiting.count > 0 ? (
            <span class="menu-count">{`${waiting.count}${waiting.more}`}</span>
          ) : null}
        </button>
        {network ? (
          <a class="search-link" href={`${network.path}/search`}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="2" />
              <path d="m12.8 12.8 5 5" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
            </svg>
            <span class="visually-hidden">{t('ui.search.site')}</span>
          </a>
        ) : null}
        <div id="menu" class="menu" popover="auto">
          <div class="header-tools">
            <LanguageSwitch addresses={addresses} />
            {network ? <SearchForm action={`${network.path}/search`} value={searched} compact /> : null}
            {account ? <div class="account">{account}</div> : null}
          </div>
          {network ? <Doors doors={network.doors} /> : null}
        </div>
      </div>
    </header>
  )
}

function Doors({ doors }: Pick<NetworkHeader, 'doors'>) {
  const { t } = useReader()
  return (
    <nav class="navigation" aria-label={t('ui.shell.navigation')}>
      <ul>
        {doors.map(({ door, href, current }) => (
          <li key={door}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {t(`ui.door.${door}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The mark with the name of the network, which leads to its home; elsewhere with that of the product. */
function Brand({ network }: { network: NetworkHeader | undefined }) {
  const reader = useReader()
  if (!network)
    return (
      <a class="brand-product" href={`/${reader.interfaceLanguage}`}>
        {reader.t('ui.site.name')}
      </a>
    )
  const { text, language } = chooseName(network.name, reader.language)
  return (
    <a class="brand-product brand-network" href={network.path}>
      <span class="brand-name" lang={language === reader.interfaceLanguage ? undefined : language}>
        {text}
      </span>
    </a>
  )
}

const shortNames = { fr: 'fr', ko: '한국어', en: 'en' } as const

/** Links to the page in the other languages, each named in itself: no flags, a language is not a country. */
function LanguageSwitch({ addresses }: { addresses: Record<string, string> }) {
  const reader = useReader()
  return (
    <nav class="languages" aria-label={reader.t('ui.shell.languages')}>
      <ul>
        {Object.entries(addresses).map(([language, address]) => {
          const { name, short } = namesOf(language)
          const words = (
            <>
              {short}
              {short === name ? null : <span class="visually-hidden"> ({name})</span>}
            </>
          )
          return (
            <li key={language}>
              {language === reader.language ? (
                <span class="language-here" lang={language} aria-current="true">
                  {words}
                </span>
              ) : (
                <a href={address} lang={language} hreflang={language} title={name}>
                  {words}
                </a>
              )}
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
