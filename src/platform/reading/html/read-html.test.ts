import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSpace, misquoted, writtenText } from '../../../../test/support/quoted.ts'
import { outlineOf, readSample, refusalOf } from '../../../../test/support/read-sample.ts'
import { threadMs } from '../../../../test/support/thread-time.ts'
import { sourceSlice } from '../text-document.ts'
import { readHtml } from './read-html.ts'

describe('readHtml', () => {
  it('reads titles, paragraphs, nested items and tables of a page', () => {
    const page = `<!doctype html><title>Site</title><body><nav>Menu</nav><main>
      <h1>Compte rendu</h1><p>Le 2<sup>e</sup> sommet,<br>à <b>Daegu</b>.</p><div>Sans balise <div>puis une autre</div></div>
      <ul><li>Un<ul><li>Deux</li></ul></li></ul>
      <table><thead><tr><th>Ville</th><th>Année</th></tr></thead><tr><td rowspan="2">Tours</td><td>2017</td></tr><tr><td>2018</td></tr></table>
      <p><strong>Le maire</strong></p></main><footer>Mentions</footer>`
    expect(outlineOf(readHtml(page))).toEqual([
      'title 1: Compte rendu',
      'paragraph 0: Le 2e sommet, à Daegu.',
      'paragraph 0: Sans balise',
      'paragraph 0: puis une autre',
      'item 1: Un',
      'item 2: Deux',
      'row 0: Ville | Année',
      'row 0: Tours | 2017',
      'row 0:  | 2018',
      'title 3: Le maire',
    ])
  })

  it('reads a list of terms as « term : what it is », and a term of which more is said as a title', () => {
    const page = `<h2>Partenaires</h2><dl><dt>Fès</dt><dd>jumelée en <b>1961</b></dd>
      <div><dt>결연일</dt><dd>1997년 6월 3일</dd></div>
      <dt>Suncheon</dt><dd>pacte d’amitié<br>jardins</dd><dt>Rien</dt></dl>`
    const document = readHtml(page)
    expect(outlineOf(document)).toEqual([
      'title 2: Partenaires',
      'item 1: Fès : jumelée en 1961',
      'item 1: 결연일 : 1997년 6월 3일',
      'title 6: Suncheon',
      'paragraph 0: pacte d’amitié jardins',
      'paragraph 0: Rien',
    ])
    const [, first] = document.passages
    expect(first && sourceSlice(document, first, { start: 6, end: first.text.length })).toBe(
      'jumelée en <b>1961',
    )
    expect(first?.strong).toEqual([{ start: 17, end: 21 }])
  })

  it('never reads scripts, styles, frames, hidden parts or what leads around the site', () => {
    const hidden = [
      '<script>lu()</script>',
      '<style>.lu{}</style>',
      '<iframe src="lu.html">lu</iframe>',
      '<template>lu</template>',
      '<noscript>lu</noscript>',
      '<p hidden>lu</p>',
      '<p style="display: none">lu</p>',
      '<div role="navigation">lu</div>',
      '<svg><text>lu</text></svg>',
      '<select><option>lu</select>',
      '<img src=x onerror="lu()" alt="lu">',
      '<!-- lu -->',
    ]
    const document = readHtml(`<body onload="lu()"><p>Vu.</p>${hidden.join('')}`)
    expect(document.passages.map(({ text }) => text)).toEqual(['Vu.'])
    expect(document.remarks).toEqual([{ code: 'scriptsIgnored', detail: '1' }])
  })

  it('gives links with their addresses, and quotes to the letter', () => {
    const document = readHtml(
      '<p>Voir <a href="https://tours.fr">le site</a> &amp; <a href="javascript:x()">rien</a>, &eacute;t&#233; compris.</p>',
    )
    const [passage] = document.passages
    if (!passage) throw new Error('nothing was read')
    expect(passage.text).toBe('Voir le site & rien, été compris.')
    expect(passage.links.map(({ label, url }) => [label, url])).toEqual([
      ['le site', 'https://tours.fr'],
      ['rien', null],
    ])
    expect(sourceSlice(document, passage, { start: 13, end: 24 })).toBe(
      '&amp; <a href="javascript:x()">rien</a>, &eacute;t&#233;',
    )
  })

  it('quotes what begins with an entity, or goes on behind a tag that means nothing', () => {
    const quoted = (page: string) => {
      const document = readHtml(page)
      return document.passages.map((passage) =>
        sourceSlice(document, passage, { start: 0, end: passage.text.length }),
      )
    }
    expect(quoted(' &eacute;&amp;lu')).toEqual(['&eacute;&amp;lu'])
    expect(quoted('<div>\t</h2>2017</div>')).toEqual(['2017'])
  })

  it('tells a page set in tables from a table', () => {
    const page =
      '<table><tr><td><p>Un titre</p><table><tr><td>A</td><td>B</td></tr></table></td></tr></table>'
    expect(readHtml(page).passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'Un titre'],
      ['row', 'A | B'],
    ])
  })

  it('reads typed marks where the page has no titles of its own', () => {
    expect(outlineOf(readHtml('<p>□ 회의 개요</p><p>○ 장소: 투르</p><p>- 참석: 7개 지자체</p>'))).toEqual([
      'title 1: 회의 개요',
      'item 1: 장소: 투르',
      'item 2: 참석: 7개 지자체',
    ])
  })

  it('keeps paragraphs that somebody set apart, however they begin', () => {
    expect(outlineOf(readHtml('<p>Étaient présents</p><p>le maire</p><p>la préfète</p>'))).toEqual([
      'paragraph 0: Étaient présents',
      'paragraph 0: le maire',
      'paragraph 0: la préfète',
    ])
  })

  it('leaves a printed table of contents out', () => {
    const page =
      '<p>Sommaire</p><p>Les faits 1</p><p>Les suites 2</p><h2>Les faits</h2><p>Un.</p><h2>Les suites</h2><p>Deux.</p>'
    expect(readHtml(page).passages.map(({ text }) => text)).toEqual([
      'Les faits',
      'Un.',
      'Les suites',
      'Deux.',
    ])
  })

  it('parts an item where a title or another item stands inside it', () => {
    const said = (html: string) => readHtml(html).passages.map(({ kind, text }) => [kind, text])
    expect(said('<li>Limoges<h2>Icheon</h2>Nantes')).toEqual([
      ['item', 'Limoges'],
      ['title', 'Icheon'],
      ['item', 'Nantes'],
    ])
    expect(said('<ul><li><p>Limoges</p><p>Icheon</p></li></ul>')).toEqual([['item', 'Limoges Icheon']])
  })

  it('quotes every passage of any page', () => {
    const marks = [
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<br>',
      '<li>',
      '<table><tr><td>',
      '<td>',
      '</table>',
      '&eacute;',
      '&amp;',
      '<h2>',
      '</h2>',
      '<a href="#">',
      '</a>',
      '<div>',
      '<!-- -->',
      '<nav>',
    ]
    const fold = (text: string) =>
      foldSpace(text.replace(/<[^>]*>|&\w+;/g, ''))
        .replace(/[^\p{L}\p{N}]/gu, '')
        .replaceAll('é', '')
    fc.assert(
      fc.property(writtenText(marks), (page) => {
        const passages = readHtml(page).passages.filter(({ text }) => !/\u2191/.test(text))
        expect(passages.every(({ at, text }) => at.length === text.length + 1)).toBe(true)
        if (!/<nav>|<table>/.test(page)) expect(misquoted(readHtml(page), fold)).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads any signs at all, and refuses what is nested without end', async () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        readHtml(text)
      }),
      { numRuns: 300 },
    )
    expect(await refusalOf(readSample(`<!doctype html>${'<div>'.repeat(5_000)}x`))).toBe('tooDeep')
  })

  it('reads ten thousand titles within two seconds', () => {
    const page = Array.from(
      { length: 10_000 },
      (_, index) => `<h2>Titre ${index}</h2><p>Texte ${index}.</p>`,
    ).join('')
    expect(threadMs(() => expect(readHtml(page).passages).toHaveLength(20_000))).toBeLessThan(2_000)
  })
})
