import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify } from './slugify.ts'

describe('slugify', () => {
  it.each([
    ['Évian-les-Bains', 'evian-les-bains'],
    ["Collectivité européenne d'Alsace", 'collectivite-europeenne-d-alsace'],
    ['Œuilly', 'oeuilly'],
    ['L’Haÿ-les-Roses', 'l-hay-les-roses'],
    ['Đắk Lắk', 'dak-lak'],
    ['Naxçıvan', 'naxcivan'],
    ['Ţarīf Kalbā', 'tarif-kalba'],
    ['Al ‘Anz', 'al-anz'],
  ])('makes %s into %s', (text, slug) => {
    expect(slugify(text)).toBe(slug)
  })

  it('answers only lower-case ASCII words joined by single hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/u.test(slugify(text)),
      ),
    )
  })

  it('leaves a slug as it is', () => {
    fc.assert(fc.property(fc.string(), (text) => slugify(slugify(text)) === slugify(text)))
  })
})
