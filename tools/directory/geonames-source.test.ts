import { describe, expect, it } from 'vitest'
import { koreanName, parseGeonamesLine } from './geonames-source.ts'

const line = (alternates: string) =>
  [
    ...[
      '3019280',
      'Évian-les-Bains',
      'Evian-les-Bains',
      alternates,
      '46.40111',
      '6.58793',
      'P',
      'PPL',
      'FR',
      '',
    ],
    ...['84', '74', '744', '74119', '8207', '', '388', 'Europe/Paris', '2016-02-18'],
  ].join('\t')

describe('a line of the GeoNames gazetteer', () => {
  it('gives the place with its codes and its point', () => {
    const place = parseGeonamesLine(line('Evian,에비앙레뱅'))
    expect(place).toMatchObject({
      id: '3019280',
      name: 'Évian-les-Bains',
      country: 'FR',
      admin2: '74',
      admin4: '74119',
    })
    expect(place.point).toEqual({ lat: 46.40111, lon: 6.58793 })
    expect(koreanName(place)).toBe('에비앙레뱅')
  })

  it('has no Korean name when the alternates hold none in one word of Hangul', () => {
    expect(koreanName(parseGeonamesLine(line('Bren,브렌 경기관총')))).toBeUndefined()
    expect(koreanName(parseGeonamesLine(line('')))).toBeUndefined()
  })
})
