import type { ComponentChildren } from 'preact'
import { displayNames } from '../../platform/i18n/formatters.ts'
import { isInterfaceLanguage, languageNames } from '../../platform/i18n/languages.ts'
import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import { SearchForm } from '../form/search-form.tsx'
import { useReader } from '../reader.tsx'
import type { NavigationLink } from './addresses.ts'

export interface NetworkHeader {
  /** Shown in the reader's language, then in the other languages of `languages`. */
  name: LocalizedName
  /** Address of the network's home in the reader's language, without a final slash. */
  path: string
  /** BCP 47 tags of the network's own languages, for the second name. */
  languages?: string[]
  navigation: NavigationLink[]
  /** Links for people who take part in the network; empty for others. */
  work?: NavigationLink[]
}

interface HeaderProps {
  addresses: Record<string, string>
  network: NetworkHeader | undefined
  account: ComponentChildren
  searched: string | undefined
}

/** The product and the network in its two names, the language, the search and the navigation. */
export function Header({ addresses, network, account, searched }: HeaderProps) {
  const reader = useReader()
  return (
    <header class="header">
      <div class="header-top">
        <p class="brand">
          <a class="brand-product" href={`/${reader.interfaceLanguage}`}>
            {reader.t('ui.site.name')}
          </a>
          {network ? <NetworkName network={network} /> : null}
        </p>
        <div class="header-tools">
          <LanguageSwitch addresses={addresses} />
          {network ? <SearchForm action={`${network.path}/search`} value={searched} compact /> : null}
          {account ? <div class="account">{account}</div> : null}
        </div>
      </div>
      {network ? (
        <>
          <Navigation label={reader.t('ui.shell.navigation')} links={network.navigation} />
          <Navigation label={reader.t('ui.shell.work')} links={network.work ?? []} isWork />
        </>
      ) : null}
    </header>
  )
}

interface NavigationProps {
  label: string
  links: NavigationLink[]
  isWork?: boolean
}

function Navigation({ label, links, isWork = false }: NavigationProps) {
  if (links.length === 0) return null
  return (
    <nav class={isWork ? 'navigation work' : 'navigation'} aria-label={label}>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function NetworkName({ network }: { network: NetworkHeader }) {
  const reader = useReader()
  const own = chooseName(network.name, reader.language)
  const others = (network.languages ?? Object.keys(network.name)).filter(
    (language) => language !== own.language && network.name[language] && network.name[language] !== own.text,
  )
  return (
    <a class="brand-network" href={network.path}>
      <span lang={own.language === reader.interfaceLanguage ? undefined : own.language}>{own.text}</span>
      {others.slice(0, 1).map((language) => (
        <span key={language} class="own-name" lang={language}>
          {network.name[language]}
        </span>
      ))}
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
