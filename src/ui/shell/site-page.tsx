import type { ComponentChildren } from 'preact'
import type { Application } from '../../platform/http/application.ts'
import { interfaceLanguages } from '../../platform/i18n/languages.ts'
import { type Reader, withParameters } from '../../platform/i18n/reader.ts'
import { AccountLink } from './account-link.tsx'
import { page } from './shell.tsx'

export interface SitePage {
  title: string
  description: string
  /** The part of the address after the language, such as `/about`; '' for the home. */
  path: string
  /** Parameters that make it another page, kept in a change of language; empty ones are left out. */
  parameters?: Record<string, string | undefined>
  children: ComponentChildren
  structuredData?: object
  width?: 'wide' | 'reading'
  noindex?: boolean
  /** Its address gives access as a person: it appears only in links to the page itself in other languages. */
  isSecret?: boolean
}

/** The HTML of a page that belongs to no network. */
export function sitePage(
  { settings, assets }: Pick<Application, 'settings' | 'assets'>,
  reader: Reader,
  rendered: SitePage,
): string {
  const address = (language: string, now?: string) =>
    settings.baseUrl + withParameters(`/${language}${rendered.path}`, { ...rendered.parameters, now })
  const now = reader.now ?? undefined
  return page({
    reader,
    assets: { ...assets, fonts: assets.fonts[reader.interfaceLanguage] ?? [] },
    title: rendered.title,
    description: rendered.description,
    addresses: Object.fromEntries(interfaceLanguages.map((language) => [language, address(language, now)])),
    canonical: rendered.isSecret ? `${settings.baseUrl}/${reader.language}` : address(reader.language),
    account: <AccountLink path={rendered.isSecret ? null : `/${reader.language}${rendered.path}`} />,
    ...(rendered.structuredData ? { structuredData: rendered.structuredData } : {}),
    ...(rendered.width ? { width: rendered.width } : {}),
    noindex: rendered.noindex ?? reader.now !== null,
    children: rendered.children,
  })
}
