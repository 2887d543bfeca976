import { describe, expect, it } from 'vitest'
import { koreanName, parseGeonamesLine } from './geonames-source.ts'

const line = (alternates: string) =>
  `3019280\tÉvian-les-Bains\tEvian\t${alternates}\t46.40111\t6.58793\tP\tPPL\tFR\t\t84\t74\t744\t74119\t8207\t\t388\tEurope/Paris\t2016-02-18`

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
