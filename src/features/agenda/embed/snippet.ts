import { escapeXml } from '../../../platform/documents/xml.ts'
import { embedPaths } from './paths.ts'

/** What is embedded on another site: the agenda of which network, in which language, with which filter. */
export interface Embedded {
  baseUrl: string
  network: string
  language: string
  parameters: Record<string, string | string[] | undefined>
  /** The title of the agenda. */
  title: string
  /** The page that shows the same events. */
  home: string
}

/** The lines that put the agenda on a page by a script; without it, and until it has come, they are a link. */
export function scriptSnippet({ baseUrl, network, language, parameters, title, home }: Embedded): string {
  const attributes = Object.entries({ network, lang: language, ...parameters }).flatMap(([name, value]) => {
    const given = Array.isArray(value) ? value.join(' ') : value
    return given ? [` ${name}="${escapeXml(given)}"`] : []
  })
  return [
    `<script src="${baseUrl}${embedPaths.script}" async></script>`,
    `<entente-agenda${attributes.join('')}>`,
    `  <a href="${escapeXml(home)}">${escapeXml(title)}</a>`,
    '</entente-agenda>',
  ].join('\n')
}

/** The line that does it without a script. */
export function frameSnippet({ baseUrl, network, language, parameters, title }: Embedded): string {
  const address = baseUrl + embedPaths.page(network, language, parameters)
  return `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="100%" height="600" loading="lazy"></iframe>`
}
