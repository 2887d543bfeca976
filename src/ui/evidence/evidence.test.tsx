import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { Disagreement } from './disagreement.tsx'
import { EvidenceMark, Statement } from './evidence-mark.tsx'
import { SourcePassage } from './source-passage.tsx'

const reader = uiReader('fr')
const account = { href: '/source#p1', source: 'Récit', passage: '/passage/1' }
const press = { href: '/press', source: 'Presse', stance: 'contradicts' } as const

test('leads to the passage without a script, and tells the script where to find it alone', () => {
  const html = renderFor(reader, () => <EvidenceMark {...account} />)
  expect(html).toContain('href="/source#p1"')
  expect(html).toContain('data-passage="/passage/1"')
  expect(html).toContain('Source\u00a0: Récit')
})

test('says before one looks that two sources disagree, and only then', () => {
  const disputed = renderFor(reader, () => <Statement evidence={[account, press]}>2015</Statement>)
  const agreed = renderFor(reader, () => <Statement evidence={[account, account]}>2015</Statement>)
  expect(disputed).toContain('les sources divergent')
  expect(disputed).toContain('evidence-contradicts')
  expect(agreed).not.toContain('divergent')
})

test('sets every value beside its source with its rank', () => {
  const html = renderFor(reader, () => (
    <Disagreement
      subject="Date"
      values={[
        { value: '22 avril 2015', source: 'Icheon', sourceHref: '/icheon', rank: 'preferred' },
        { value: '2013', source: 'Presse', rank: 'deprecated' },
      ]}
    />
  ))
  const words = html.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|')
  expect(words).toBe('|Date|22 avril 2015|Icheon|valeur retenue|2013|Presse|valeur écartée|')
})

test('shows a passage in its own language with the telling words marked', () => {
  const html = renderFor(reader, () => (
    <SourcePassage language="ko" before="가 " text="2015년" after=" 나" source="기록" href="/s" />
  ))
  expect(html).toContain('<blockquote lang="ko" dir="ltr">가 <mark>2015년</mark> 나</blockquote>')
})
