import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSpace, misquoted, writtenText } from '../../../../test/support/quoted.ts'
import { threadMs } from '../../../../test/support/thread-time.ts'
import { sourceSlice } from '../text-document.ts'
import { readMarkdown } from './read-markdown.ts'

const outline = (markdown: string) =>
  readMarkdown(markdown).passages.map(({ kind, level, text }) => `${kind} ${level}: ${text}`)

describe('readMarkdown', () => {
  it('tells titles, paragraphs, nested items and rows', () => {
    expect(
      outline('# Un\n\nTexte.\n\n**Gras**\n\n- a\n  - b\n\n1. c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n'),
    ).toEqual([
      'title 1: Un',
      'paragraph 0: Texte.',
      'title 3: Gras',
      'item 1: a',
      'item 2: b',
      'item 1: c',
      'row 0: x | y',
      'row 0: 1 | 2',
    ])
  })

  it('tells items by marks that are no bullets to Markdown', () => {
    const kinds = (text: string) => readMarkdown(text).passages.map(({ kind, text: said }) => [kind, said])
    expect(kinds('Suites :\n→ CUF : une note\n→ Lyon : une salle')).toEqual([
      ['paragraph', 'Suites :'],
      ['item', 'CUF : une note'],
      ['item', 'Lyon : une salle'],
    ])
    expect(kinds('Nous voulons :\n– former ;\n– gérer.')).toHaveLength(3)
    // One dash at the head of a line goes on with its sentence.
    expect(kinds('La ville\n– petite – est belle.')).toHaveLength(1)
  })

  it('parts the points under an item, and takes what a box begins for a title', () => {
    expect(outline('□ 교류 현황\n\n1. 여수시\n  ㅇ 2015년 협정 체결\n  ㅇ 2019년 방문\n2. 공주시')).toEqual([
      'title 5: 교류 현황',
      'item 1: 여수시',
      'item 2: 2015년 협정 체결',
      'item 2: 2019년 방문',
      'item 1: 공주시',
    ])
    // A field of a form is no title, nor is a sentence.
    expect(outline('□ 기 간 : 2019. 6. 17.\n□ 두 도시는 교류를 이어 간다')).toEqual([
      'item 1: 기 간 : 2019. 6. 17.',
      'item 1: 두 도시는 교류를 이어 간다',
    ])
  })

  it('parts an item where a list stands inside it', () => {
    const { passages } = readMarkdown('- Lyon\n\n  et Fès\n\n  - Rabat\n\n  Nantes\n')
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['item', 'Lyon et Fès'],
      ['item', 'Rabat'],
      ['item', 'Nantes'],
    ])
  })

  it('gives the cells of a table, those of its head marked, and its number', () => {
    const { passages } = readMarkdown(
      '| Ville | |\n|---|---|\n| **Tours** | [Sejong](https://sejong.go.kr) |\n',
    )
    expect(
      passages.map(({ table, cells }) => [table, cells.map(({ text, isHead }) => [text, isHead])]),
    ).toEqual([
      [
        1,
        [
          ['Ville', true],
          ['', true],
        ],
      ],
      [
        1,
        [
          ['Tours', false],
          ['Sejong', false],
        ],
      ],
    ])
    expect(passages[1]).toMatchObject({
      text: 'Tours | Sejong',
      strong: [{ start: 0, end: 5 }],
      links: [{ start: 8, end: 14, label: 'Sejong', url: 'https://sejong.go.kr' }],
    })
  })

  it('reads a table that was left in HTML', () => {
    const document = readMarkdown(
      '# Un\n\n<table><tr><th>Ville</th><th>Année</th></tr>\n<tr><td>Tours &amp; Sejong</td><td>2017</td></tr></table>\n\nDeux.\n',
    )
    expect(document.passages.map(({ kind, text, line, table }) => [kind, text, line, table])).toEqual([
      ['title', 'Un', 1, null],
      ['row', 'Ville | Année', 3, 1],
      ['row', 'Tours & Sejong | 2017', 4, 1],
      ['paragraph', 'Deux.', 6, null],
    ])
    const [, , row] = document.passages
    expect(row && sourceSlice(document, row, { start: 0, end: 14 })).toBe('Tours &amp; Sejong')
  })

  it('marks what is bold and where links lead, dead ones nowhere', () => {
    const markdown =
      'Le **maire <b>adjoint</b>** voit [le film](#), [le site][s] et [rien](javascript:x).\n\n[s]: https://tours.fr\n'
    const [passage] = readMarkdown(markdown).passages
    expect(passage?.text).toBe('Le maire adjoint voit le film, le site et rien.')
    expect(passage?.strong).toEqual([{ start: 3, end: 16 }])
    expect(passage?.links.map(({ label, url }) => [label, url])).toEqual([
      ['le film', null],
      ['le site', 'https://tours.fr'],
      ['rien', null],
    ])
  })

  it('quotes to the letter, markup and entities included', () => {
    const document = readMarkdown(
      '> Le 2<sup>e</sup> *sommet*\n> de Daegu &amp; d&#39;ailleurs \\(2016\\) `a&amp;b`.\n',
    )
    const [passage] = document.passages
    if (!passage) throw new Error('nothing was read')
    expect(passage.text).toBe("Le 2e sommet de Daegu & d'ailleurs (2016) a&amp;b.")
    const quote = (words: string) => {
      const start = passage.text.indexOf(words)
      return sourceSlice(document, passage, { start, end: start + words.length })
    }
    expect(quote('2e sommet de Daegu &')).toBe('2<sup>e</sup> *sommet*\n> de Daegu &amp;')
    expect(quote('&')).toBe('&amp;')
    expect(quote("d'ailleurs (2016)")).toBe('d&#39;ailleurs \\(2016\\)')
    expect(quote('a&')).toBe('a&')
  })

  it('says how many lines of contents, marks of direction and lost letters there were', () => {
    const document = readMarkdown('A .... 1\nB .... 2\nC .... 3\n\nUn\u200f \u202bdeux\ufffd.\n')
    expect(document.passages.map(({ text }) => text)).toEqual(['Un deux\ufffd.'])
    expect(document.remarks).toEqual([
      { code: 'contentsLeftOut', detail: '3' },
      { code: 'directionMarksLeftOut', detail: '2' },
      { code: 'lettersLost', detail: '1' },
    ])
  })

  it('quotes every passage of any text', () => {
    const marks = [
      '# ',
      '> ',
      '- ',
      '1. ',
      '**',
      '*',
      '\\*',
      '<br>',
      '<sup>',
      '</sup>',
      '`',
      ' | ',
      '\nㅇ ',
      '\n가. ',
      '\n|-|-|\n',
      '    ',
      '&eacute;',
      '[x](#)',
    ]
    const fold = (text: string) =>
      foldSpace(text.replace(/<[^>]*>|\]\(#\)|1\.|ㅇ|가\.|&eacute;|\{#[a-z]*\}/gm, ''))
        .replace(/[^\p{L}\p{N}]/gu, '')
        .replaceAll('é', '')
    fc.assert(
      fc.property(writtenText(marks), (markdown) => {
        expect(misquoted(readMarkdown(markdown), fold)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('reads any signs at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { at } of readMarkdown(text).passages)
          expect(at.every((place) => place >= 0 && place <= text.length)).toBe(true)
      }),
      { numRuns: 500 },
    )
    expect(readMarkdown('>'.repeat(5_000)).passages).toEqual([])
  })

  it('reads ten thousand titles within two seconds', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `## Titre ${index}\n\nTexte ${index}.\n`).join(
      '\n',
    )
    expect(threadMs(() => expect(readMarkdown(text).passages).toHaveLength(20_000))).toBeLessThan(2_000)
  })
})
