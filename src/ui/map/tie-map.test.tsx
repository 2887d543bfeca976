import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import type { MapTie } from './map-tie.ts'
import { TieMap } from './tie-map.tsx'

const france = { code: 'FR', name: { fr: 'France', ko: '프랑스' } }
const korea = { code: 'KR', name: { fr: 'Corée', ko: '대한민국' } }
const limoges = { name: { fr: 'Limoges' }, country: 'FR', language: 'fr', point: [1.26, 45.83] as const }
const icheon = {
  name: { fr: 'Icheon', ko: '이천시' },
  country: 'KR',
  language: 'ko',
  point: [127.44, 37.27] as const,
}
const tie: MapTie = {
  key: 'limoges-icheon',
  href: '/tie',
  status: 'dormant',
  ends: [limoges, icheon],
  kind: 'jumelage',
  year: '2015',
}
const draw = (ties: MapTie[], countries = [france, korea]) =>
  renderFor(uiReader('fr'), () => <TieMap countries={countries} ties={ties} caption="Carte" />)

test('draws each tie as a link that says what is written on it and its state', () => {
  const html = draw([tie])
  expect(html).toContain('aria-label="Limoges jumelage · 2015 Icheon 이천시, jumelage, 2015, en sommeil"')
  expect(html).toContain('class="map-tie status-dormant"')
  expect(html).toContain('Carte\u00a0: 1 lien entre France, Corée')
})

test('says the same in a list beneath', () => {
  expect(draw([tie]).split('<details')[1]).toContain('href="/tie"')
})

test('ends a wish in the open and keeps a tie that has no place', () => {
  const html = draw([
    { ...tie, key: 'wish', status: 'prospective', ends: [limoges] },
    { ...tie, key: 'nowhere', ends: [{ ...limoges, point: null }, icheon] },
  ])
  expect(html).toContain('map-open')
  expect(html.match(/data-tie="nowhere"/g)).toHaveLength(2)
})

test('needs no style attribute and weighs under 40 kB without its ties', () => {
  const html = draw([])
  expect(html).not.toContain('style=')
  expect(html.length).toBeLessThan(40_000)
})

test('draws hundreds of ties as arcs, each still a link', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    ...tie,
    key: String(index),
    href: `/tie/${index}`,
  }))
  const html = draw(many)
  expect(html).toContain('map-arcs')
  expect(html).toContain('href="/tie/299" aria-label="Limoges – Icheon (jumelage, 2015, en sommeil)"')
})

test('draws three countries as well as two, and one alone', () => {
  const japan = { code: 'JP', name: { fr: 'Japon', ko: '일본' } }
  const html = draw(
    [{ ...tie, ends: [limoges, { ...limoges, country: 'JP', point: [139, 37.9] }] }],
    [france, korea, japan],
  )
  expect(html.match(/<symbol/g)).toHaveLength(3)
  expect(draw([], [france]).match(/<symbol/g)).toHaveLength(1)
})
