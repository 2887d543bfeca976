import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareName } from './bare-name.ts'

describe('the bare name', () => {
  test.each([
    ['Métropole de Nantes', 'Nantes', 'metropole'],
    ['Nantes Métropole', 'Nantes', 'metropole'],
    ['Métropole européenne de Lille', 'Lille', 'metropole'],
    ["Ville d'Evian", 'Evian', 'commune'],
    ['ville de La Rochelle', 'La Rochelle', 'commune'],
    ['VILLE DE SUNCHEON', 'SUNCHEON', 'si'],
    ['CA de La Rochelle', 'La Rochelle', 'communaute_agglomeration'],
    ['CC Cœur de Savoie', 'Cœur de Savoie', 'communaute_communes'],
    ["Communauté d'agglomération de La Rochelle", 'La Rochelle', 'communaute_agglomeration'],
    ['Région Normandie', 'Normandie', 'region'],
    ['région de la Bretagne', 'Bretagne', 'region'],
    ['Département de l’Isère', 'Isère', 'departement'],
    ['Collectivité européenne d’Alsace', 'Alsace', 'collectivite_europeenne_alsace'],
    ['Province du Gyeonggi', 'Gyeonggi', 'do'],
    ['Gyeonggi Province', 'Gyeonggi', 'do'],
    ['Gyeonggi-do', 'Gyeonggi', 'do'],
    ['Taean-gun', 'Taean', 'gun'],
    ['Guro-gu', 'Guro', 'autonomous_gu'],
    ['City of Seoul', 'Seoul', 'special_city'],
    ['Busan Metropolitan City', 'Busan', 'metropolitan_city'],
    ['순천시', '순천', 'si'],
    ['순천 시', '순천', 'si'],
    ['광주광역시', '광주', 'metropolitan_city'],
    ['광주시', '광주', 'metropolitan_city'],
    ['Mayenne Communauté', 'Mayenne', 'communaute_communes'],
    ['전남광주통합특별시', '전남광주', 'special_city'],
    ['제주특별자치도', '제주', 'special_self_governing_do'],
    ['서울특별시 구로구', '서울특별시 구로', 'autonomous_gu'],
    ['순천시'.normalize('NFD'), '순천', 'si'],
  ])('of %s is %s, maybe a %s', (name, bare, kind) => {
    expect(bareName(name).bare).toBe(bare)
    expect(bareName(name).kindHint).toContain(kind)
  })

  test.each([
    ['서구', ['autonomous_gu']],
    ['Seo-gu', ['autonomous_gu']],
  ])('of %s is whole, but its kind is told', (name, kinds) => {
    expect(bareName(name).bare).toBe(name)
    expect(bareName(name).kindHint).toEqual(expect.arrayContaining(kinds))
  })

  test.each([
    'Ville-d’Avray',
    'Ville',
    'Nantes',
    'La Rochelle',
    'Ca Mau',
    '대구',
    '완도',
    '시',
    '자매도시',
    'Paris (15e)',
    'ECLA (Lons Agglomération)',
    'Is-sur-Tille',
    '',
  ])('of %s is the name as it stands', (name) => {
    expect(bareName(name)).toEqual({ bare: name, kindHint: [] })
  })

  test('is always a part of the name and never empty where the name is not', () => {
    const pieces = fc.constantFrom(
      'Ville',
      'de',
      "d'",
      'la',
      'CA',
      'Métropole',
      'Évian',
      '순천',
      '시',
      '-',
      'gu',
      ' ',
      '도',
      '!',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const name = parts.join(' ').trim()
        const { bare } = bareName(name)
        expect(name.includes(bare)).toBe(true)
        expect(bare === '').toBe(name === '')
      }),
      { numRuns: 500 },
    )
  })
})
