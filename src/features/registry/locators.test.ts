import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeLocator, readPassages, resolveLocator } from './locators.ts'
import { listEvidence, readDemonstrationText } from './read-demonstration.ts'
import { resolveReference } from './references.ts'

describe('resolveLocator', () => {
  const passages = readPassages('## Un\n\nLimoges et Icheon. Jumelage en 2015. Fin.\n\n## Deux\n\nAutre.')
  const place = resolveReference(passages, 'S3.2')
  if (!place) throw new Error('the fixture has no second sentence')
  const locator = makeLocator(place.passage, place.start, place.end)

  it('holds no word of the source beyond its titles', () => {
    expect(locator).toEqual({
      heading: ['Un'],
      paragraph: 1,
      start: 19,
      end: 36,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      page: null,
    })
  })

  it('finds the passage at its place', () => {
    expect(resolveLocator(passages, locator)).toEqual({
      state: 'found',
      passage: passages[0],
      start: 19,
      end: 36,
    })
  })

  it('says that the passage moved when the same words stand elsewhere', () => {
    const moved = readPassages('## Un\n\nNouveau.\n\n## Trois\n\nIci. Jumelage en 2015.')
    expect(resolveLocator(moved, locator)).toEqual({ state: 'moved', passage: moved[1], start: 5, end: 22 })
  })

  it('says that the passage changed, and shows what stands there now', () => {
    const changed = readPassages('## Un\n\nLimoges et Icheon. Jumelage en 2016. Fin.')
    expect(resolveLocator(changed, locator)).toEqual({
      state: 'changed',
      passage: changed[0],
      start: 19,
      end: 36,
    })
    expect(resolveLocator([], locator)).toEqual({ state: 'changed', passage: null, start: 19, end: 36 })
  })
})

describe('a source of which one word changes', () => {
  const account = readPassages(readDemonstrationText('tours-2017-account.fr.md'))
  const references = [...new Set(listEvidence().flatMap(({ account: reference }) => reference ?? []))]
  const quotes = references.flatMap((reference) => {
    const place = resolveReference(account, reference)
    return place ? [{ ...place, locator: makeLocator(place.passage, place.start, place.end) }] : []
  })
  const words = account.flatMap((passage) =>
    [...passage.text.matchAll(/\p{L}{4,}/gu)].map((match) => ({ passage, at: match.index, word: match[0] })),
  )

  it('flags exactly the facts that quote it', () => {
    expect(quotes).toHaveLength(references.length)
    fc.assert(
      fc.property(fc.constantFrom(...words), ({ passage, at, word }) => {
        const replacement = /^\p{Lu}/u.test(word) ? 'Xylographe' : 'xylographe'
        const text = passage.text.slice(0, at) + replacement + passage.text.slice(at + word.length)
        const changed = account.map((each) => (each === passage ? { ...passage, text } : each))
        const flagged = quotes.filter(({ locator }) => resolveLocator(changed, locator).state === 'changed')
        expect(flagged).toEqual(
          quotes.filter((quote) => quote.passage === passage && quote.start <= at && at < quote.end),
        )
      }),
      { numRuns: 40 },
    )
  })
})

const texts = (markdown: string) => readPassages(markdown).map(({ text }) => text)

describe('readPassages', () => {
  it('gives each paragraph and list item its titles, its number under them and its line', () => {
    const markdown =
      '## Villes\n\nUn texte.\n\n- Un.\n- Deux\n  lignes.\n\n### Limoges et Icheon {#limoges-icheon}\n\nTrois.\n'
    expect(
      readPassages(markdown).map(({ heading, headingId, paragraph, text, line }) => [
        heading,
        headingId,
        paragraph,
        text,
        line,
      ]),
    ).toEqual([
      [['Villes'], null, 1, 'Un texte.', 3],
      [['Villes'], null, 2, 'Un.', 5],
      [['Villes'], null, 3, 'Deux lignes.', 6],
      [['Villes', 'Limoges et Icheon'], 'limoges-icheon', 1, 'Trois.', 11],
    ])
  })

  it('removes markup, keeps what it marks, and composes accents', () => {
    expect(texts('Le 2<sup>ème</sup> *sommet* de [Daegu](#) \\(2016\\), **hôte**, E\u0301vian.')).toEqual([
      'Le 2ème sommet de Daegu (2016), hôte, Évian.',
    ])
  })

  it('keeps no-break spaces and separates words across line ends', () => {
    expect(texts('Axes\u00a0: un\ndeux  \ntrois<br>quatre.')).toEqual(['Axes\u00a0: un deux trois quatre.'])
  })

  it('joins a paragraph that a page break cut, with the line on which it begins', () => {
    const passages = readPassages('Elle organise\n\nune semaine ; depuis\n\nlors, rien.\n\nUne autre.')
    expect(passages.map(({ text, line }) => [text, line])).toEqual([
      ['Elle organise une semaine ; depuis lors, rien.', 1],
      ['Une autre.', 7],
    ])
  })

  it('does not join across a title, onto a finished sentence, or into a list', () => {
    expect(texts('Une fin.\n\nune suite\n\n## Titre\n\nautre suite\n\n- point')).toEqual([
      'Une fin.',
      'une suite',
      'autre suite',
      'point',
    ])
  })

  it('leaves a printed table of contents out', () => {
    const contents = '<b>SOMMAIRE</b> .....\t<b>1</b>\nVILLE DE TOURS.....7\nVILLE DE SEJONG .....7\nREGION\n'
    expect(texts(`## Sommaire\n\n${contents}\n## Suite\n\nTexte.`)).toEqual(['Texte.'])
  })

  it('takes a bold line alone for a title', () => {
    const passages = readPassages(
      '## Mots\n\n### Un\n\nA.\n\n**Le directeur général**\n\nB.\n\n## Fin\n\nC **gras**.',
    )
    expect(passages.map(({ heading }) => heading)).toEqual([
      ['Mots', 'Un'],
      ['Mots', 'Le directeur général'],
      ['Fin'],
    ])
  })

  it('takes a title that is only a dead link for a resource', () => {
    const passages = readPassages('### Adjoint\n\nA.\n\n### [Film](#)\n\nB.')
    expect(passages.map(({ heading, text }) => [heading, text])).toEqual([
      [['Adjoint'], 'A.'],
      [['Adjoint'], 'Film'],
      [['Adjoint'], 'B.'],
    ])
  })

  it('does not put one pair of authorities under another, whatever the level of their titles', () => {
    const passages = readPassages(
      '## Liens\n\n### Lille – Daegu\n\nA.\n\n#### Limoges – Icheon\n\nB.\n\n### Paris – Séoul\n\nC.',
    )
    expect(passages.map(({ heading }) => heading)).toEqual([
      ['Liens', 'Lille – Daegu'],
      ['Liens', 'Limoges – Icheon'],
      ['Liens', 'Paris – Séoul'],
    ])
  })

  it.each([
    ['La ville et la région sont dans les accords.', 'fr'],
    ['The city and the region are in the agreement.', 'en'],
    ['두 도시는 2015년 자매결연을 체결하였습니다.', 'ko'],
    ['2016', null],
  ])('says in which language %j is', (markdown, language) => {
    expect(readPassages(markdown).map((passage) => passage.language)).toEqual([language])
  })
})
