import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { type Parity, ParityMeter, paritySentence } from './parity-meter.tsx'

const none = { original: 0, reviewed: 0, machine: 0, stale: 0, missing: 0 }
const korean: Parity = {
  language: 'ko',
  counts: { original: 10, reviewed: 20, machine: 15, stale: 0, missing: 15 },
  total: 60,
  rate: 0.5,
}

test('says the rate as a sentence, and in words what the bar shows of the rest', () => {
  const html = renderFor(uiReader('en'), () => <ParityMeter parities={[korean]} />)
  expect(html).toContain('In Korean, 50% of the texts are original or reviewed')
  expect(html).toContain('15 machine translations · 15 texts to translate')
  expect(html).not.toContain('to review')
})

test('draws parts that differ in height, not in colour alone, and hides the drawing from the voice', () => {
  const html = renderFor(uiReader('en'), () => <ParityMeter parities={[korean]} />)
  expect(html).toContain('aria-hidden="true"')
  expect([...html.matchAll(/<rect [^>]*>/g)].map(([rect]) => rect)).toEqual([
    '<rect class="parity-sure" x="0" y="0" width="60" height="12">',
    '<rect class="parity-machine" x="60" y="5" width="30" height="7">',
    '<rect class="parity-missing" x="90" y="11" width="30" height="1">',
  ])
})

test('rounds down, so that a hundred means all', () => {
  const almost = { ...korean, counts: { ...none, original: 999, stale: 1 }, total: 1000, rate: 0.999 }
  expect(paritySentence(uiReader('ko'), almost)).toBe('한국어: 전체 글의 99%가 원문이거나 검토를 마쳤습니다')
})

test('says of a language without a text that it has none, and links only where something waits', () => {
  const parities = [korean, { language: 'fr', counts: none, total: 0, rate: 1 }]
  const html = renderFor(uiReader('fr'), () => (
    <ParityMeter parities={parities} href={(language) => `/list?language=${language}`} />
  ))
  expect(html).toContain('Aucun texte en français')
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['/list?language=ko'])
})
