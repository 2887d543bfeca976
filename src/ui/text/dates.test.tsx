import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { FuzzyDate } from './fuzzy-date.tsx'
import { TwoClocks } from './two-clocks.tsx'

test('gives a vague date with its range to the pointer and to the voice', () => {
  const html = renderFor(uiReader('fr'), () => (
    <FuzzyDate shown="début juin 2017" range="1er au 10 juin 2017" datetime="2017-06" />
  ))
  expect(html).toBe(
    '<time class="date fuzzy" datetime="2017-06" title="1er au 10 juin 2017">début juin 2017' +
      '<span class="fuzzy-range"> (1er au 10 juin 2017)</span></time>',
  )
})

test('does not spell out a plain year or month but to the pointer', () => {
  const draw = (shown: string, datetime: string) =>
    renderFor(uiReader('fr'), () => <FuzzyDate shown={shown} range="…" datetime={datetime} />)
  expect(draw('2015', '2015')).toBe('<time class="date" datetime="2015" title="…">2015</time>')
  expect(draw('2015년', '2015')).not.toContain('fuzzy')
  expect(draw('octobre 2017', '2017-10')).not.toContain('fuzzy')
  expect(draw('7 juillet 2017', '2017-07-07')).not.toContain('fuzzy')
  expect(draw('vers 2015', '2015')).toContain('fuzzy')
})

test('adds nothing to a date that is sure', () => {
  expect(renderFor(uiReader('fr'), () => <FuzzyDate shown="7 juillet 2017" range="7 juillet 2017" />)).toBe(
    '<time class="date">7 juillet 2017</time>',
  )
})

test('shows one instant on both clocks, with the next day said', () => {
  const clocks = [
    { time: '17:00', datetime: '2017-07-07T17:00+02:00', place: 'Paris' },
    { time: '00:00', datetime: '2017-07-08T00:00+09:00', place: 'Séoul', shift: '+1 j' },
  ]
  const html = renderFor(uiReader('fr'), () => <TwoClocks day="ven. 7 juil." clocks={clocks} />)
  expect(html.replaceAll(/<[^>]+>/g, '')).toBe('ven. 7 juil. 17:00 Paris · 00:00 +1 j Séoul')
})
