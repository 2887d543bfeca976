import { describe, expect, it } from 'vitest'
import { arrondissementNames } from './arrondissement-names.ts'

describe('names of municipal arrondissements', () => {
  it('say the number as each language does', () => {
    expect(arrondissementNames('Paris 15e Arrondissement')).toMatchObject({
      french: 'Paris 15e arrondissement',
      korean: '파리 15구',
      english: '15th arrondissement of Paris',
    })
  })

  it.each([
    ['Lyon 1er Arrondissement', '1st arrondissement of Lyon'],
    ['Marseille 2e Arrondissement', '2nd arrondissement of Marseille'],
    ['Paris 13e Arrondissement', '13th arrondissement of Paris'],
  ])('give %s the English ordinal of %s', (official, english) => {
    expect(arrondissementNames(official).english).toBe(english)
  })
})
