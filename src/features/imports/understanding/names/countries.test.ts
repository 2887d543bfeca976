import { describe, expect, it } from 'vitest'
import { plainCopy } from '../../../../platform/reading/plain-copy.ts'
import { findCountries } from './countries.ts'

describe('the countries of a text', () => {
  it.each([
    ['Un jumelage avec Trois-Rivières (Québec).', ['CA']],
    ['Un jumelage avec la ville de Québec.', []],
    ['Cardiff (pays de Galles) et Fès (Maroc)', ['GB', 'MA']],
  ])('are those of « %s », by regions in brackets too', (text, wanted) => {
    expect(findCountries(plainCopy(text)).map(({ country }) => country)).toEqual(wanted)
  })
})
