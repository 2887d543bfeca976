import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { sidesOf, TieLine, tieTitle } from './tie-line.tsx'

const limoges = { name: { fr: 'Limoges', ko: '리모주' }, country: 'FR', language: 'fr' }
const icheon = { name: { fr: 'Icheon', ko: '이천시' }, country: 'KR', language: 'ko' }
const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

test('says in words what the line shows: both names, the state, kind and year', () => {
  const html = renderFor(uiReader('fr'), () => (
    <TieLine parties={[limoges, icheon]} status="active" kind="jumelage" year="2015" />
  ))
  expect(words(html)).toBe('Limoges jumelage · 2015 (active), avec Icheon 이천시')
})

test('marks a name in another language as such, on either page', () => {
  const french = renderFor(uiReader('fr'), () => <TieLine parties={[limoges, icheon]} status="dormant" />)
  const korean = renderFor(uiReader('ko'), () => <TieLine parties={[icheon, limoges]} status="dormant" />)
  expect(french).toContain('<span class="own-name" lang="ko" dir="ltr">이천시</span>')
  expect(french).not.toContain('lang="fr"')
  expect(korean).toContain('<span class="own-name" lang="fr" dir="ltr">Limoges</span>')
})

test('ends in the open when there is one side only', () => {
  const html = renderFor(uiReader('en'), () => <TieLine parties={[limoges]} status="prospective" />)
  expect(html).toContain('tie-open')
  expect(words(html)).toBe('Limoges 리모주 (prospective), looking for a partner'.replace(' 리모주', ''))
})

test('is one link when it has an address, and then its parties are not links within it', () => {
  const parties = [{ ...limoges, href: '/limoges' }, icheon]
  const whole = renderFor(uiReader('fr'), () => <TieLine parties={parties} status="active" href="/tie" />)
  const apart = renderFor(uiReader('fr'), () => <TieLine parties={parties} status="active" />)
  expect(whole.match(/<a /g)).toHaveLength(1)
  expect(whole).toContain('href="/tie"')
  expect(apart).toContain('href="/limoges"')
})

test('draws a line between each two of three countries', () => {
  const rabat = { name: { fr: 'Rabat', ar: 'الرباط' }, country: 'MA', language: 'ar' }
  const html = renderFor(uiReader('fr'), () => (
    <TieLine parties={[limoges, icheon, rabat]} status="in_talks" />
  ))
  expect(html.match(/class="tie-rule"/g)).toHaveLength(2)
  expect(html).toContain('lang="ar" dir="rtl"')
})

test('makes a title of the names in the reader’s language', () => {
  expect(tieTitle(uiReader('ko'), [icheon, limoges])).toBe('이천시 – 리모주')
})

const party = (country: string, name: string) => ({ country, name })

test('puts neighbours of one country on one side of the line', () => {
  const [mel, lille, daegu] = [party('FR', 'MEL'), party('FR', 'Lille'), party('KR', 'Daegu')]
  expect(sidesOf([mel, lille, daegu])).toEqual([[mel, lille], [daegu]])
})

test('keeps the order of the caller and loses nobody, whatever the countries', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ country: fc.constantFrom('FR', 'KR', 'MA'), name: fc.string() })),
      (parties) => {
        expect(sidesOf(parties).flat()).toEqual(parties)
      },
    ),
  )
})
