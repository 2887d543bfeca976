import { expect, test } from 'vitest'
import { asParagraphs, plainWords, readBlocks } from './markdown.ts'

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
