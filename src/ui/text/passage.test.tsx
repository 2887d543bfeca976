import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { uiReader } from '../ui-reader.ts'
import { Passage } from './passage.tsx'

const original = { fr: { text: 'Bonjour', state: 'original' } } as const

test('shows a text in the reader’s language without a tag or a language', () => {
  expect(renderToString(<Passage reader={uiReader('fr')} text={original} />)).toBe(
    '<p class="passage"><span>Bonjour</span></p>',
  )
})

test('marks a text in another language for the eye and for the voice', () => {
  const html = renderToString(<Passage reader={uiReader('ko')} text={original} as="span" />)
  expect(html).toContain('<span lang="fr" dir="ltr">Bonjour</span>')
  expect(html).toContain('<span class="tag" lang="fr">français</span>')
})

test('says which texts a machine made and which are behind their original', () => {
  const text = {
    ko: { text: '안녕하십니까', state: 'machine' },
    en: { text: 'Hello', state: 'stale' },
  } as const
  expect(renderToString(<Passage reader={uiReader('ko')} text={text} />)).toContain('기계 번역')
  expect(renderToString(<Passage reader={uiReader('en')} text={text} />)).toContain('needs review')
})

test('writes right to left what is read so', () => {
  const html = renderToString(
    <Passage reader={uiReader('fr')} text={{ ar: { text: 'مرحبا', state: 'original' } }} tags={false} />,
  )
  expect(html).toBe('<p class="passage" lang="ar" dir="rtl">مرحبا</p>')
})

test('draws nothing when there is nothing to say', () => {
  expect(renderToString(<Passage reader={uiReader('fr')} text={{}} />)).toBe('')
})
