import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { Passage } from './passage.tsx'

const original = { fr: { text: 'Bonjour', state: 'original' } } as const

test('shows a text in the reader’s language without a tag or a language', () => {
  expect(renderFor(uiReader('fr'), () => <Passage text={original} />)).toBe(
    '<p class="passage"><span>Bonjour</span></p>',
  )
})

test('marks a text in another language for the eye and for the voice', () => {
  const html = renderFor(uiReader('ko'), () => <Passage text={original} as="span" />)
  expect(html).toContain('<span lang="fr" dir="ltr">Bonjour</span>')
  expect(html).toContain('<span class="tag">프랑스어</span>')
})

test('says which texts a machine made and which are behind their original', () => {
  const text = {
    ko: { text: '안녕하십니까', state: 'machine' },
    en: { text: 'Hello', state: 'stale' },
  } as const
  expect(renderFor(uiReader('ko'), () => <Passage text={text} />)).toContain('기계 번역')
  expect(renderFor(uiReader('en'), () => <Passage text={text} />)).toContain('needs review')
})

test('writes right to left what is read so', () => {
  const html = renderFor(uiReader('fr'), () => (
    <Passage text={{ ar: { text: 'مرحبا', state: 'original' } }} tags={false} />
  ))
  expect(html).toBe('<p class="passage" lang="ar" dir="rtl">مرحبا</p>')
})

test('draws nothing when there is nothing to say', () => {
  expect(renderFor(uiReader('fr'), () => <Passage text={{}} />)).toBe('')
})
