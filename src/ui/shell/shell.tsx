import type { ComponentChildren } from 'preact'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import type { Assets, FeedLink, NavigationLink } from './addresses.ts'
import { Footer } from './footer.tsx'
import { Head } from './head.tsx'
import { Header } from './header.tsx'

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

export interface ShellProps {
  reader: Reader
  assets: Assets
  title: string
  description: string
  /** This page in each language: BCP 47 tag → address, absolute where search engines should read it. */
  addresses: Record<string, string>
  canonical: string
  network?: NetworkHeader
  structuredData?: object
  feeds?: FeedLink[]
  /** Absolute address of the picture for sharing the page; by default the product’s own. */
  socialImage?: string
  banner?: ComponentChildren
  /** The end of the header: a link to sign in, or the person’s name. */
  account?: ComponentChildren
  /** The text of the present search, shown in the header’s search field. */
  searched?: string
  footer?: NavigationLink[]
  /** `wide` gives tables and maps the whole width; `reading` limits the line length of prose. */
  width?: 'wide' | 'reading'
  noindex?: boolean
  children?: ComponentChildren
}

/** A whole document around one page: head, header, main part, footer. The page's own heading is in `children`. */
export function Shell(props: ShellProps) {
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
        {props.banner ? (
          <aside class="banner" aria-label={reader.t('ui.shell.banner')}>
            {props.banner}
          </aside>
        ) : null}
        <main id="main" tabindex={-1} class={props.width === 'reading' ? 'main reading' : 'main'}>
          {props.children}
        </main>
        <Footer links={props.footer} />
      </body>
    </html>
  )
}
