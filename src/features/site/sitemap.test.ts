import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { countSitemaps, robots, sitemap, sitemapIndex } from './sitemap.ts'

const languages = ['fr', 'ko', 'en']
const base = 'https://entente.example'
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ path: `/p${index}`, changedAt: null }))

describe('the sitemap', () => {
  test('has one address a language for each page, and the same page in the others beside it', () => {
    const xml = sitemap([{ path: '/about', changedAt: new Date('2026-07-01T10:00:00Z') }], languages, base)
    const { urlset } = parser.parse(xml)
    expect(urlset.url.map((url: { loc: string }) => url.loc)).toEqual([
      `${base}/fr/about`,
      `${base}/ko/about`,
      `${base}/en/about`,
    ])
    expect(urlset.url[1].lastmod).toBe('2026-07-01T10:00:00.000Z')
    expect(urlset.url[1]['xhtml:link']).toEqual([
      { rel: 'alternate', hreflang: 'fr', href: `${base}/fr/about` },
      { rel: 'alternate', hreflang: 'ko', href: `${base}/ko/about` },
      { rel: 'alternate', hreflang: 'en', href: `${base}/en/about` },
      { rel: 'alternate', hreflang: 'x-default', href: `${base}/en/about` },
    ])
  })

  test('says no date of a page that nothing dates', () => {
    expect(sitemap([{ path: '', changedAt: null }], languages, base)).not.toContain('lastmod')
  })

  test('keeps signs of XML in an address from ending it', () => {
    const { urlset } = parser.parse(sitemap([{ path: '/a&b<c>"\'', changedAt: null }], ['fr'], base))
    expect(urlset.url.loc).toBe(`${base}/fr/a&b<c>"'`)
  })

  test('puts no more than 50,000 addresses into a file, and every page into one', () => {
    const many = pages(16_667)
    expect(countSitemaps(many.length, languages.length)).toBe(2)
    const files = [1, 2].map((number) => parser.parse(sitemap(many, languages, base, number)).urlset.url)
    expect(files.map((urls) => urls.length)).toEqual([49_998, 3])
  })

  test('needs one file even when there is no page', () => {
    expect(countSitemaps(0, 3)).toBe(1)
  })

  test('lists its files in an index', () => {
    const { sitemapindex } = parser.parse(sitemapIndex(2, base))
    expect(sitemapindex.sitemap).toEqual([{ loc: `${base}/sitemap-1.xml` }, { loc: `${base}/sitemap-2.xml` }])
  })
})

test('crawlers are told where the sitemap is and kept from endless searches', () => {
  const lines = robots(base).split('\n')
  expect(lines).toContain(`Sitemap: ${base}/sitemap.xml`)
  expect(lines).toContain('Disallow: /*?q=')
})
