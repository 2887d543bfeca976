import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { threadMs } from '../../../../test/support/thread-time.ts'
import { asParagraphs, boundMarks, plainWords, readBlocks } from './markdown.ts'

const plain = { isStrong: false, isStressed: false, href: null }

test('reads paragraphs, titles, lists, quotations, stress and links', () => {
  expect(
    readBlocks(
      'Un **point** *délicat* : [la page](https://tours.fr/a).\n\n### Suite\n\n1. un\n2. deux\n\n> dit',
    ),
  ).toEqual([
    {
      kind: 'paragraph',
      runs: [
        { ...plain, text: 'Un ' },
        { ...plain, text: 'point', isStrong: true },
        { ...plain, text: ' ' },
        { ...plain, text: 'délicat', isStressed: true },
        { ...plain, text: ' : ' },
        { ...plain, text: 'la page', href: 'https://tours.fr/a' },
        { ...plain, text: '.' },
      ],
    },
    { kind: 'title', runs: [{ ...plain, text: 'Suite' }] },
    { kind: 'list', isOrdered: true, items: [[{ ...plain, text: 'un' }], [{ ...plain, text: 'deux' }]] },
    { kind: 'quotation', runs: [{ ...plain, text: 'dit' }] },
  ])
})

test('keeps the label of a link that leads nowhere, or where no page is', () => {
  for (const address of ['#', 'javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.fr', ''])
    expect(readBlocks(`[Film](${address})`)).toEqual([
      { kind: 'paragraph', runs: [{ ...plain, text: 'Film' }] },
    ])
})

test('shows HTML as the text that it is', () => {
  expect(plainWords('<script>alert(1)</script>\n\nA <b onclick="x">b</b>')).toBe(
    '<script>alert(1)</script>\nA <b onclick="x">b</b>',
  )
})

test('flattens a list within a list', () => {
  expect(plainWords('- un\n  - deux\n- trois')).toBe('un\ndeux\ntrois')
})

test('takes each line of notes for a paragraph, and marked lines for a list', () => {
  expect(asParagraphs('Ouverture à 10 h.\r\nQuorum atteint.\n- un\n- deux\n  suite\nFin.\n\nAprès.\n')).toBe(
    'Ouverture à 10 h.\n\nQuorum atteint.\n\n- un\n- deux\n  suite\n\nFin.\n\nAprès.',
  )
})

const usual = `# Réunion du 7 juillet 2017

Les **deux villes** ont [signé](https://a.example) un _accord_.

> « Bonjour » : 3 < 4 & 5 > 2

- Limoges
  - Icheon
    1. jumelage
${'- **Mairie** : _oui_\n'.repeat(300)}`

// Marks in one paragraph, and nested lists and quotations.
const hostile = [
  '**a_',
  '*a ',
  'a* ',
  '[',
  '![',
  '[a](',
  '[a][',
  '`a``b',
  '&a',
  '<a ',
  '\\*',
  '> ',
  '- ',
  '1. ',
]

// Lines of one paragraph that look like the beginnings of other blocks.
const many = '**a_'.repeat(130)
const unended = [`2. ${many}\n`, `#a ${many}\n`, `        - ${many}\n`]

describe('marks of Markdown', () => {
  test('stay as they are in what people write', () => {
    expect(boundMarks(usual)).toBe(usual)
  })

  test('are words where they are too many, and all that stands keeps its place', () => {
    expect(boundMarks('*a* '.repeat(201))).toBe(`${'*a* '.repeat(200)}∗a∗ `)
    expect(boundMarks(`${'> '.repeat(14)}a`)).toBe(`${'> '.repeat(11)}>\u00a0›\u00a0›\u00a0a`)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostile, 'a', '\n', '\n\n', '   ')), (pieces) => {
        const source = pieces.join('').repeat(40)
        const bound = boundMarks(source)
        expect(bound.length).toBe(source.length)
        expect(bound.split('\n').length).toBe(source.split('\n').length)
        expect(boundMarks(bound)).toBe(bound)
      }),
    )
  })

  test.each(hostile)('%j takes no more than in proportion, thirty thousand letters long', (piece) => {
    const of = (length: number) => piece.repeat(length / piece.length)
    readBlocks(of(1_000))
    expect(threadMs(() => readBlocks(of(30_000)))).toBeLessThan(600)
  })

  test.each(unended)('%j within a paragraph takes no more either', (line) => {
    const text = `a\n${line.repeat(30_000 / line.length)}`
    readBlocks(text.slice(0, 1_000))
    expect(threadMs(() => readBlocks(text))).toBeLessThan(600)
  })
})
