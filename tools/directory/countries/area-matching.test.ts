import { describe, expect, it } from 'vitest'
import { matchAreas } from './area-matching.ts'

const pairs = (iso: [string, string][], areas: [string, string][], known?: Map<string, string>) => {
  const list = (rows: [string, string][]) => rows.map(([code, name]) => ({ code, name }))
  return Object.fromEntries(
    [...matchAreas(list(iso), list(areas), known)].map(([code, area]) => [code, area.code]),
  )
}

describe('pairing subdivisions of ISO 3166-2 with areas of GeoNames', () => {
  it('goes by name without accents and without the word for the kind of area', () => {
    expect(
      pairs(
        [
          ['MA-03', 'Fès-Meknès'],
          ['SE-K', 'Blekinge län'],
        ],
        [
          ['02', 'Blekinge'],
          ['03', 'Fes-Meknes'],
        ],
      ),
    ).toEqual({
      'MA-03': '03',
      'SE-K': '02',
    })
  })

  it('goes by code only where the codes of the country agree otherwise', () => {
    const areas: [string, string][] = [
      ['A', 'Alfa'],
      ['B', 'Bravo'],
      ['C', 'Charlie'],
      ['D', 'Quebec'],
    ]
    const iso: [string, string][] = [
      ['X-A', 'Alfa'],
      ['X-B', 'Bravo'],
      ['X-C', 'Charlie'],
      ['X-D', 'Delta'],
    ]
    expect(pairs(iso, areas)['X-D']).toBe('D')
    const shifted: [string, string][] = [
      ['B', 'Alfa'],
      ['C', 'Bravo'],
      ['A', 'Charlie'],
      ['D', 'Quebec'],
    ]
    expect(pairs(iso, shifted)['X-D']).toBeUndefined()
  })

  it('takes the likelier of two spellings, and none that begins otherwise', () => {
    expect(
      pairs(
        [
          ['KH-19', 'Stueng Traeng'],
          ['X-E', 'Eastern'],
        ],
        [
          ['19', 'Stung Treng'],
          ['18', 'Svay Rieng'],
          ['W', 'Western'],
        ],
      ),
    ).toEqual({ 'KH-19': '19' })
  })

  it('believes what is known beforehand, also that there is no pair', () => {
    const known = new Map([
      ['DE-BY', '02'],
      ['SD-DE', '-'],
    ])
    expect(
      pairs(
        [
          ['DE-BY', 'Bayern'],
          ['SD-DE', 'Southern Darfur'],
        ],
        [
          ['02', 'Bavaria'],
          ['49', 'Southern Darfur'],
        ],
        known,
      ),
    ).toEqual({ 'DE-BY': '02' })
  })
})
