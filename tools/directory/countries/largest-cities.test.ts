import { describe, expect, it } from 'vitest'
import { parseGeonamesLine } from '../geonames-source.ts'
import { largestCities } from './largest-cities.ts'

const city = (name: string, lat: string, lng: string, admin1: string, admin2: string) => ({
  name,
  lat,
  lng,
  country: 'MA',
  admin1,
  admin2,
})
const place = (name: string, lat: string, lon: string, population: string) =>
  parseGeonamesLine(`1\t${name}\t\t\t${lat}\t${lon}\tP\tPPL\tMA\t\t\t\t\t\t${population}\t\t\t\t`)

describe('the largest city of an area', () => {
  it('is found for both levels', () => {
    const cities = [city('Petite', '34.1', '-5.1', '03', '231'), city('Fès', '34.0', '-5.0', '03', '')]
    const points = largestCities(cities, [
      place('Fès', '34.03', '-5.01', '1112072'),
      place('Petite', '34.1', '-5.1', '900'),
    ])
    expect(points.get('03')).toEqual({ lat: 34, lon: -5 })
    expect(points.get('03.231')).toEqual({ lat: 34.1, lon: -5.1 })
  })

  it('comes from the list of smaller places where the other has none', () => {
    const village = parseGeonamesLine('1\tDouar\t\t\t3\t4\tP\tPPL\tMA\t\t09\t001\t\t\t600\t\t\t\t')
    const points = largestCities([city('Agadir', '30', '-9', '09', '')], [village])
    expect(points.get('09.001')).toEqual({ lat: 3, lon: 4 })
    expect(points.get('09')).toEqual({ lat: 30, lon: -9 })
  })

  it('is the first listed when no population is known', () => {
    const cities = [city('Une', '1', '1', '01', ''), city('Autre', '2', '2', '01', '')]
    expect(largestCities(cities, []).get('01')).toEqual({ lat: 1, lon: 1 })
  })
})
