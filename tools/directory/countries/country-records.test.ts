import { describe, expect, it } from 'vitest'
import { countryRecords } from './country-records.ts'

const country = {
  country: 'MA',
  subdivisions: [
    { code: 'MA-01', name: 'Tanger-Tétouan', parent: 'MA' },
    { code: 'MA-CHE', name: 'Chefchaouen', parent: 'MA-01' },
  ],
  firstAreas: [{ code: '01', name: 'Tanger-Tetouan' }],
  secondAreas: [
    { code: '01.151', name: 'Chefchaouen Province' },
    { code: '01.999', name: 'Ouezzane' },
    { code: '77.001', name: 'Nowhere' },
  ],
  points: new Map([['01.151', { lat: 35.1688, lon: -5.2636 }]]),
  knownPairs: new Map<string, string>(),
}

describe('the areas of a country', () => {
  const rows = countryRecords(country)

  it('bear the ISO key, code and local name on the first level', () => {
    expect(rows[0]).toMatchObject({
      key: 'MA:01',
      kind: 'level_1',
      name_en: 'Tanger-Tetouan',
      codes: 'iso=MA-01',
      aliases: 'en:alias:Tanger-Tétouan',
    })
  })

  it('hang the second level on the first, with its point and, where it is known, its ISO code', () => {
    expect(rows[1]).toMatchObject({
      key: 'MA:gn:01.151',
      parent: 'MA:01',
      codes: 'iso=MA-CHE',
      lat: '35.1688',
    })
    expect(rows[2]).toMatchObject({ key: 'MA:gn:01.999', parent: 'MA:01', codes: '', lat: '' })
  })

  it('leave the parent empty when its first level is unknown', () => {
    expect(rows[3]?.parent).toBe('')
  })

  it('come from ISO alone where GeoNames draws none', () => {
    const alone = countryRecords({ ...country, firstAreas: [], secondAreas: [] })
    expect(alone.map(({ key, level, parent }) => [key, level, parent])).toEqual([
      ['MA:01', '1', ''],
      ['MA:CHE', '2', 'MA:01'],
    ])
  })
})
