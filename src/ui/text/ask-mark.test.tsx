import { expect, test } from 'vitest'
import type { Reader } from '../../platform/i18n/reader.ts'
import { keptHtml } from '../kept-html.ts'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { replaceMarks } from './ask-mark.tsx'
import { Passage } from './passage.tsx'

const korean = { ko: { text: '안녕하십니까', state: 'original' } } as const
const reading = (reads: string[]): Reader => ({
  ...uiReader('fr'),
  person: { name: 'Claire', reads },
  unread: [],
})
const shown = (reader: Reader) => renderFor(reader, () => <Passage text={korean} as="span" />)

test('marks a text that its reader cannot read, and for visitors none', () => {
  const reader = reading(['fr'])
  expect(shown(reader)).toContain('<span class="tag">coréen</span><span data-ask="0"></span>')
  expect(reader.unread).toEqual([{ text: korean, apart: null }])
  expect(shown(reading(['fr', 'ko']))).not.toContain('data-ask')
  expect(shown(uiReader('fr'))).not.toContain('data-ask')
})

test('shows a text in a language that its reader reads before one that they do not', () => {
  const text = { ...korean, en: { text: 'Hello', state: 'reviewed' } } as const
  expect(renderFor(reading(['fr', 'en']), () => <Passage text={text} />)).toContain('Hello')
  expect(renderFor(reading(['fr']), () => <Passage text={text} />)).toContain('안녕하십니까')
})

test('keeps no mark of one reader for others', () => {
  const data = {}
  const draw = (reader: Reader) =>
    renderFor(reader, () => {
      const __html = keptHtml(data, 'fr', () => <Passage text={korean} as="span" />)
      return <div dangerouslySetInnerHTML={{ __html }} />
    })
  expect([draw(reading(['fr'])), draw(uiReader('fr'))].join()).not.toContain('data-ask')
})

test('writes a mark where it is, after a heading, and into no link', () => {
  const mark = (index: number) => `<span data-ask="${index}"></span>`
  const html = `<h1 class="x">A${mark(0)}</h1><p>B${mark(1)}</p><a href="/">C${mark(2)}</a><abbr>D${mark(3)}</abbr>`
  expect(replaceMarks(html, (index) => `[${index}]`)).toBe(
    '<h1 class="x">A</h1>[0]<p>B[1]</p><a href="/">C</a><abbr>D[3]</abbr>',
  )
})
