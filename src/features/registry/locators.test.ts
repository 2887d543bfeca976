import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeLocator, resolveLocator } from './locators.ts'
import { readPassages } from './passages.ts'
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
