/** A public page in every language of the interface; `changedAt` is null if nothing dates it. */
export interface ListedPage {
  /** The part of its address after the language; '' for the home. */
  path: string
  changedAt: Date | null
}

/** The protocol allows 50,000 addresses a file; each page has one a language. */
const mostAddresses = 50_000

/** How many files the pages need. */
export function countSitemaps(pages: number, languages: number): number {
  return Math.max(1, Math.ceil(pages / pagesAFile(languages)))
}

/** One sitemap file, `number` counted from 1: each address with the same page in the other languages. */
export function sitemap(
  pages: ListedPage[],
  languages: readonly string[],
  baseUrl: string,
  number = 1,
): string {
  const size = pagesAFile(languages.length)
  const listed = pages.slice((number - 1) * size, number * size)
  const addresses = listed.flatMap((page) => pageAddresses(page, languages, baseUrl))
  return document(
    `<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${addresses.join('\n')}\n</urlset>`,
  )
}

export function sitemapIndex(files: number, baseUrl: string): string {
  const lines = Array.from(
    { length: files },
    (_, index) => `<sitemap><loc>${escapeXml(`${baseUrl}/sitemap-${index + 1}.xml`)}</loc></sitemap>`,
  )
  return document(`<sitemapindex xmlns="${namespace}">\n${lines.join('\n')}\n</sitemapindex>`)
}

/** Crawlers may read everything but searches and pages seen on another day, which are endless. */
export function robots(baseUrl: string): string {
  const rules = [
    'User-agent: *',
    'Disallow: /*/search?',
    'Disallow: /*?q=',
    'Disallow: /*&q=',
    'Disallow: /*now=',
  ]
  return [...rules, '', `Sitemap: ${baseUrl}/sitemap.xml`, ''].join('\n')
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

function pagesAFile(languages: number): number {
  return Math.floor(mostAddresses / languages)
}

function pageAddresses(
  { path, changedAt }: ListedPage,
  languages: readonly string[],
  baseUrl: string,
): string[] {
  const addressIn = (language: string) => escapeXml(`${baseUrl}/${language}${path}`)
  const alternates = [...languages.map((language) => [language, language]), ['x-default', 'en']]
    .map(
      ([tag = '', language = '']) =>
        `<xhtml:link rel="alternate" hreflang="${tag}" href="${addressIn(language)}"/>`,
    )
    .join('')
  const changed = changedAt === null ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`
  return languages.map((language) => `<url><loc>${addressIn(language)}</loc>${changed}${alternates}</url>`)
}

function document(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${content}\n`
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}
