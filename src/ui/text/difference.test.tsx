import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { threadMs } from '../../../test/support/thread-time.ts'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { Difference, DifferenceSide, differenceRuns, ListDifference } from './difference.tsx'

const reader = uiReader('fr')

// - removed -, + added +
const shown = (before: string, after: string) =>
  differenceRuns(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
    .join('')

describe('what changed', () => {
  test.for([
    ['une visite en mai', 'une visite en juin', 'une visite en -mai-+juin+'],
    ['une visite', 'une longue visite', 'une +longue +visite'],
    ['deux visites, puis rien', 'deux visites', 'deux visites-, puis rien-'],
    ['서울시와 협약을 체결', '서울시가 협약을 체결', '서울시-와-+가+ 협약을 체결'],
    ['도자기 축제 개최', '도자기 박람회 개최', '도자기 -축제-+박람회+ 개최'],
    ['les signatures', 'les signataires', 'les signat-u-+ai+res'],
    ['근거 41건', '근거 42건', '근거 -41건-+42건+'],
    ['', 'neuf', '+neuf+'],
  ])('from “%s” to “%s” is %s', ([before = '', after = '', expected]) => {
    expect(shown(before, after)).toBe(expected)
  })

  test('two long texts that have little in common are one after the other, without delay', () => {
    const words = (seed: number) => Array.from({ length: 20_000 }, (_, index) => `w${index * seed}`).join(' ')
    const compare = () => differenceRuns(words(3), words(7)).map(({ kind }) => kind)
    expect(threadMs(() => expect(compare()).toEqual(['removed', 'added']))).toBeLessThan(3000)
  })

  test('leaves out nothing of either text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'ab', '안녕', '안녕히', ' ', ', ', '👩‍👩‍👧', 'é'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = differenceRuns(before, after)
        const without = (kind: string) => runs.map((run) => (run.kind === kind ? '' : run.text)).join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
    )
  })
})

test('says in words what is removed and added, not by colour alone', () => {
  const html = renderFor(reader, () => <Difference before="en mai 2017" after="en juin 2017" />)
  expect(html).toBe(
    '<span class="difference">en <del><span class="visually-hidden" lang="fr"> supprimé\u00a0: </span>mai</del>' +
      '<ins><span class="visually-hidden" lang="fr"> ajouté\u00a0: </span>juin</ins> 2017</span>',
  )
})

test('shows a short value that was replaced before and after, with an arrow', () => {
  const html = renderFor(reader, () => <Difference before="active" after="en sommeil" />)
  expect(html).toContain('</del> <span aria-hidden="true">→</span> <ins>')
  expect(renderFor(reader, () => <Difference before="" after="neuf" />)).not.toContain('→')
  expect(renderFor(reader, () => <Difference before="<i>" after="<i>" />)).toBe(
    '<span class="difference">&lt;i></span>',
  )
})

test('marks a text in another language', () => {
  const html = renderFor(reader, () => <Difference before="축제" after="박람회" language="ko" />)
  expect(html).toContain('<span class="difference" lang="ko" dir="ltr">')
})

test('shows what came to a list and what left it', () => {
  const html = renderFor(reader, () => (
    <ListDifference before={['culture', 'tourisme']} after={['jeunesse', 'culture']} />
  ))
  expect(html.replaceAll(/<span.*?<\/span>/g, '')).toBe(
    '<ul class="difference difference-list"><li><ins>jeunesse</ins></li><li>culture</li><li><del>tourisme</del></li></ul>',
  )
})

const sidesOf = (before: string, after: string) =>
  (['before', 'after'] as const).map((side) =>
    renderToString(<DifferenceSide before={before} after={after} side={side} />),
  )

test('of two texts beside each other, each is whole and marks what the other lacks', () => {
  expect(sidesOf('en mai 2017', 'en juin 2017')).toEqual([
    'en <del>mai</del> 2017',
    'en <ins>juin</ins> 2017',
  ])
})

test('a text that was written anew is not marked from end to end', () => {
  const anew = ['Deux villes et leur céramique.', 'Des artistes et des écoles se rendent visite.'] as const
  expect(sidesOf(...anew)).toEqual([...anew])
})
