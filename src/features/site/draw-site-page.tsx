import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../platform/http/application.ts'
import { interfaceLanguages } from '../../platform/i18n/languages.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { page } from '../../ui/shell/page.tsx'

export interface SitePage {
  title: string
  description: string
  /** What follows the language in the address, such as `/about`; '' for the home. */
  path: string
  children: ComponentChildren
  structuredData?: object
  width?: 'wide' | 'reading'
  noindex?: boolean
}

/** The HTML of a page outside any network. */
export function siteHtml(application: Application, reader: Reader, drawn: SitePage): string {
  const base = application.settings.baseUrl
  return page({
    reader,
    assets: { ...application.assets, fonts: application.assets.fonts[reader.interfaceLanguage] ?? [] },
    title: drawn.title,
    description: drawn.description,
    addresses: Object.fromEntries(interfaceLanguages.map((language) => [language, `${base}/${language}${drawn.path}`])),
    canonical: `${base}/${reader.language}${drawn.path}`,
    ...(drawn.structuredData ? { structuredData: drawn.structuredData } : {}),
    ...(drawn.width ? { width: drawn.width } : {}),
    noindex: drawn.noindex ?? false,
    children: drawn.children,
  })
}

/** Sends a page outside any network. */
export function drawSitePage(application: Application, reply: FastifyReply, reader: Reader, drawn: SitePage): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(siteHtml(application, reader, drawn))
}
