import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import type { NavigationLink } from './addresses.ts'

/** What every page owes its reader: the publisher, the accessibility, the reuse, and a note on machine translations. */
export function Footer({ links }: { links: NavigationLink[] | undefined }) {
  const reader = useReader()
  return (
    <footer class="footer">
      <nav aria-label={reader.t('ui.footer.label')}>
        <ul>
          {(links ?? usualLinks(reader)).map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="footer-notice">{reader.t('ui.footer.machine')}</p>
    </footer>
  )
}

function usualLinks(reader: Reader): NavigationLink[] {
  const home = `/${reader.interfaceLanguage}`
  return [
    { label: reader.t('ui.footer.about'), href: `${home}/about` },
    { label: reader.t('ui.footer.legal'), href: `${home}/legal` },
    { label: reader.t('ui.footer.accessibility'), href: `${home}/accessibility` },
    { label: reader.t('ui.footer.licences'), href: `${home}/licences` },
    { label: reader.t('ui.footer.api'), href: '/api/docs' },
  ]
}
