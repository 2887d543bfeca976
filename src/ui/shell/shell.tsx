import type { ComponentChildren } from 'preact'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Tabs } from '../blocks/tabs.tsx'
import { renderWithFieldNames } from '../form/field-names.tsx'
import { useReader } from '../reader.tsx'
import type { Assets, FeedLink, NavigationLink } from './addresses.ts'
import { Header, type NetworkHeader } from './header.tsx'
import { InterfaceNote } from './interface-note.tsx'

export interface ShellProps extends HeadProps {
  reader: Reader
  network?: NetworkHeader
  banner?: ComponentChildren
  /** The end of the header: a link to sign in, or the person’s name. */
  account?: ComponentChildren
  /** The text of the present search, shown in the header’s search field. */
  searched?: string
  /** The main pages behind the same door as this one. */
  row?: readonly NavigationLink[]
  footer?: NavigationLink[]
  /** `wide` gives tables and maps the whole width; `reading` limits the line length of prose. */
  width?: 'wide' | 'reading'
  children?: ComponentChildren
}

/** A whole document around one page: head, header, main part, footer. The page's own heading is in `children`. */
function Shell(props: ShellProps) {
  const reader = useReader()
  return (
    <html lang={reader.interfaceLanguage} dir="ltr" data-close={reader.t('ui.evidence.close')}>
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          {reader.t('ui.shell.skip')}
        </a>
        <Header
          addresses={props.addresses}
          network={props.network}
          account={props.account}
          searched={props.searched}
        />
        <main id="main" tabindex={-1}>
          {props.banner ? (
            <aside class="banner" aria-label={reader.t('ui.shell.banner')}>
              {props.banner}
            </aside>
          ) : null}
          <div class={props.width === 'reading' ? 'main reading' : 'main'}>
            {props.row && props.row.length > 0 ? (
              <Tabs label={reader.t('ui.shell.row')} tabs={props.row} />
            ) : null}
            <InterfaceNote />
            {props.children}
          </div>
        </main>
        <Footer links={props.footer} />
      </body>
    </html>
  )
}

/** What every page owes its reader: the publisher, the accessibility, the reuse, and a note on machine translations. */
function Footer({ links }: { links: NavigationLink[] | undefined }) {
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
    { label: reader.t('ui.site.name'), href: home },
    { label: reader.t('ui.footer.about'), href: `${home}/about` },
    { label: reader.t('ui.footer.legal'), href: `${home}/legal` },
    { label: reader.t('ui.footer.accessibility'), href: `${home}/accessibility` },
    { label: reader.t('ui.footer.licences'), href: `${home}/licences` },
    { label: reader.t('ui.footer.api'), href: '/api/docs' },
  ]
}

interface HeadProps {
  assets: Assets
  title: string
  description: string
  /** This page in each language: BCP 47 tag → address, absolute where search engines should read it. */
  addresses: Record<string, string>
  canonical: string
  structuredData?: object
  feeds?: FeedLink[]
  /** Absolute address of the picture for sharing the page; by default the product’s own. */
  socialImage?: string
  noindex?: boolean
}

/** Everything machines read first: title, addresses in other languages, sharing, styles, script. */
function Head(props: HeadProps) {
  const reader = useReader()
  const { assets, addresses, canonical } = props
  const site = reader.t('ui.site.name')
  const title = props.title === site ? site : `${props.title} · ${site}`
  const picture = props.socialImage ?? usualPicture(canonical)
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={props.description} />
      <meta name="color-scheme" content="light dark" />
      {props.noindex ? <meta name="robots" content="noindex" /> : null}
      <link rel="canonical" href={canonical} />
      {Object.entries(addresses).map(([language, href]) => (
        <link key={language} rel="alternate" hreflang={language} href={href} />
      ))}
      <link rel="alternate" hreflang="x-default" href={addresses.en ?? canonical} />
      {props.feeds?.map(({ type, title: name, href }) => (
        <link key={type} rel="alternate" type={type} title={name} href={href} />
      ))}
      {assets.fonts?.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#12161d" media="(prefers-color-scheme: dark)" />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={site} />
      <meta property="og:title" content={props.title} />
      <meta property="og:description" content={props.description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={openGraphLocales[reader.interfaceLanguage]} />
      {picture ? <meta property="og:image" content={picture} /> : null}
      <meta name="twitter:card" content="summary_large_image" />
      {props.structuredData ? (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: dataBlock(props.structuredData) }}
        />
      ) : null}
      <script type="module" src={assets.js} />
    </head>
  )
}

const openGraphLocales = { fr: 'fr_FR', ko: 'ko_KR', en: 'en_GB' } as const

/** Sharing needs an absolute address: without one in `canonical` there is no picture. */
function usualPicture(canonical: string): string | null {
  return URL.canParse(canonical) ? new URL('/social.png', canonical).href : null
}

/** JSON that cannot close the element that contains it. */
function dataBlock(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

/** The HTML of a whole page, doctype included. */
export function page(props: ShellProps): string {
  return `<!doctype html>${renderWithFieldNames(props.reader, () => <Shell {...props} />)}`
}
