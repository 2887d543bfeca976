import { describe, expect, it } from 'vitest'
import { epciAliases, epciName } from './epci-names.ts'

const texts = (name: string) => epciAliases(name).map(({ kind, text }) => `${kind}:${text}`)

describe('names of EPCI', () => {
  it('lose stray quotation marks and spaces and get their accents', () => {
    expect(epciName("CA de Blois ''Agglopolys''")).toBe('CA de Blois Agglopolys')
    expect(epciName("CA d'Epinal")).toBe("CA d'Épinal")
    expect(epciName('CA ECLA  (Espace Communautaire Lons Agglomération)')).toBe(
      'CA ECLA (Espace Communautaire Lons Agglomération)',
    )
  })

  it('are found spelt out and as people say them', () => {
    expect(texts('CA de La Rochelle')).toEqual(
      expect.arrayContaining([
        "alias:Communauté d'agglomération de La Rochelle",
        'alias:Agglomération de La Rochelle',
      ]),
    )
  })

  it('are found by their bare name unless that would be “de …”', () => {
    expect(texts('CU Limoges Métropole')).toContain('alias:Limoges Métropole')
    expect(texts('CC du Val de Gray').join()).not.toContain('alias:du Val')
  })

  it('give the initials in brackets as a short name', () => {
    expect(texts('CA Versailles Grand Parc (CAVGP)')).toContain('short:CAVGP')
  })

  it('of a métropole have no spelt-out form', () => {
    expect(epciAliases('Nantes Métropole')).toEqual([])
  })
})
