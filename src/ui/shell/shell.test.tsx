import { expect, test } from 'vitest'
import { uiReader } from '../ui-reader.ts'
import { page, type ShellProps } from './shell.tsx'

const props: ShellProps = {
  reader: uiReader('ko'),
  assets: { css: '/assets/app.css', js: '/assets/app.js', fonts: ['/assets/fonts/hangul.woff2'] },
  title: '교류협력 <b>',
  description: '설명 "인용"',
  addresses: { fr: 'https://e.org/fr', ko: 'https://e.org/ko', en: 'https://e.org/en' },
  canonical: 'https://e.org/ko',
  network: {
    name: { fr: 'Groupe-pays', ko: '국가 그룹', en: 'Country group' },
    path: '/ko/france-coree',
    doors: [{ door: 'cooperations', href: '/ko/france-coree/cooperations', current: true }],
  },
  structuredData: { name: '</script><script>alert(1)</script>' },
  children: <h1>제목</h1>,
}
const html = page(props)

test('is a whole document in the reader’s language, with a way past the header', () => {
  expect(html.startsWith('<!doctype html><html lang="ko" dir="ltr"')).toBe(true)
  expect(html).toContain('<a class="skip" href="#main">본문 바로가기</a>')
  expect(html).toContain('<main id="main" tabindex="-1"')
  expect(html.match(/<h1/g)).toHaveLength(1)
})

test('tells search engines the same page in each language, and which one for the others', () => {
  expect(html.match(/<link rel="alternate" hreflang="[^"]+"/g)).toEqual(
    ['fr', 'ko', 'en', 'x-default'].map((language) => `<link rel="alternate" hreflang="${language}"`),
  )
  expect(html).toContain('<link rel="canonical" href="https://e.org/ko"/>')
})

test('escapes what it is given, in text, attributes and data', () => {
  expect(html).toContain('<title>교류협력 &lt;b> · Entente</title>')
  expect(html).toContain('content="설명 &quot;인용&quot;"')
  expect(html).toContain('\\u003c/script>\\u003cscript>alert(1)')
})

test('runs under a policy without unsafe-inline: its only inline script is data', () => {
  const inline = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes)
  expect(inline.filter((attributes) => !attributes.includes('src='))).toEqual([' type="application/ld+json"'])
  expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=/)
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\/(?!e\.org)/)
})

test('names the network in the reader’s language, and its doors', () => {
  expect(html).toContain('<span class="brand-name">국가 그룹</span>')
  expect(html).toContain('<a href="/ko/france-coree/cooperations" aria-current="page">교류협력</a>')
  const english = page({ ...props, reader: uiReader('en') })
  expect(english).toContain('<span class="brand-name">Country group</span>')
})

test('switches languages by links in each language’s own words, but for the present one', () => {
  expect(html).toContain('<span class="language-here" lang="ko" aria-current="true">한국어</span>')
  expect(html).toContain('>fr<span class="visually-hidden"> (français)</span>')
})

test('opens its menu on a phone without a script, with how much waits', () => {
  expect(html).toContain('popovertarget="menu">메뉴</button>')
  const reader = {
    ...uiReader('ko'),
    person: { name: '이지원', waiting: { count: 3, more: '', path: '/ko/x' } },
  }
  expect(page({ ...props, reader })).toContain('메뉴<span class="menu-count">3</span>')
})

test('is shared with the product’s picture unless the page has its own', () => {
  expect(html).toContain('<meta property="og:image" content="https://e.org/social.png"/>')
  expect(page({ ...props, socialImage: 'https://e.org/own.png' })).toContain(
    'content="https://e.org/own.png"',
  )
})

test('asks search engines to pass by when told so, and preloads the fonts it needs', () => {
  expect(html).not.toContain('noindex')
  expect(page({ ...props, noindex: true })).toContain('<meta name="robots" content="noindex"/>')
  expect(html).toContain('<link rel="preload" href="/assets/fonts/hangul.woff2" as="font"')
})
