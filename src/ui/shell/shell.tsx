import type { ComponentChildren } from 'preact'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import type { NavigationLink } from './addresses.ts'
import { Footer } from './footer.tsx'
import { Head, type HeadProps } from './head.tsx'
import { Header, type NetworkHeader } from './header.tsx'

export interface ShellProps extends HeadProps {
  reader: Reader
  network?: NetworkHeader
  banner?: ComponentChildren
  /** The end of the header: a link to sign in, or the person’s name. */
  account?: ComponentChildren
  /** The text of the present search, shown in the header’s search field. */
  searched?: string
  footer?: NavigationLink[]
  /** `wide` gives tables and maps the whole width; `reading` limits the line length of prose. */
  width?: 'wide' | 'reading'
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
