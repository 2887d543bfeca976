import type { ComponentChildren } from 'preact'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { SearchForm } from '../form/search-form.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import type { NetworkHeader } from './shell.tsx'

interface HeaderProps {
  reader: Reader
  addresses: Record<string, string>
  network: NetworkHeader | undefined
  account: ComponentChildren
  searched: string | undefined
}

/** Who speaks (product, network in its two names), in which language, where to look and where to go. */
export function Header({ reader, addresses, network, account, searched }: HeaderProps) {
  return (
    <header class="header">
      <div class="header-top">
        <p class="brand">
          <a class="brand-product" href={`/${reader.interfaceLanguage}`}>
            {reader.t('ui.site.name')}
          </a>
          {network ? <NetworkName reader={reader} network={network} /> : null}
        </p>
        <div class="header-tools">
          <LanguageSwitch reader={reader} addresses={addresses} />
          {network ? (
            <SearchForm reader={reader} action={`${network.path}/search`} value={searched} compact />
          ) : null}
          {account ? <div class="account">{account}</div> : null}
        </div>
      </div>
      {network && network.navigation.length > 0 ? (
        <nav class="navigation" aria-label={reader.t('ui.shell.navigation')}>
          <ul>
            {network.navigation.map((link) => (
              <li key={link.href}>
                <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  )
}

function NetworkName({ reader, network }: { reader: Reader; network: NetworkHeader }) {
  const own = chooseName(network.name, reader.language)
  const others = (network.languages ?? Object.keys(network.name)).filter(
    (language) => language !== own.language && network.name[language],
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
