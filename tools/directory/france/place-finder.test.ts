import { describe, expect, it } from 'vitest'
import { parseGeonamesLine } from '../geonames-source.ts'
import { departementOfCommune, kilometres, placeFinder } from './place-finder.ts'

const place = (id: string, name: string, [lat, lon]: [number, number], admin2: string, admin4: string) =>
  parseGeonamesLine(
    [id, name, '', '', lat, lon, 'P', 'PPL', 'FR', '', '84', admin2, '', admin4, 1000, '', '', '', ''].join(
      '\t',
    ),
  )

describe('finding the place of a commune', () => {
  it('wants the same name, so that a quarter with the commune’s code is not taken for it', () => {
    const find = placeFinder([place('1', 'Saint-Loup', [43.28, 5.43], '13', '13055')], new Map())
    expect(find({ code: '13055', name: 'Marseille' })).toBeUndefined()
  })

  it('accepts a wrong code of GeoNames when name and département agree', () => {
    const find = placeFinder([place('2', 'Tassin-la-Demi-Lune', [45.755, 4.788], '69', '69123')], new Map())
    expect(find({ code: '69244', name: 'Tassin-la-Demi-Lune' })?.id).toBe('2')
  })

  it('refuses a namesake that lies too far from the commune’s centre', () => {
    const places = [
      place('3', 'Saint-Martin', [43.0, 0.1], '65', ''),
      place('4', 'Saint-Martin', [43.6, 0.3], '65', ''),
    ]
    const find = placeFinder(places, new Map([['65392', { lat: 43.16, lon: 0.08 }]]))
    expect(find({ code: '65392', name: 'Saint-Martin' })).toBeUndefined()
  })

  it('does not choose between two namesakes of a département without a centre to tell them apart', () => {
    const places = [
      place('5', 'Saint-Roch', [46, 6], '74', ''),
      place('6', 'Saint-Roch', [46.1, 6.5], '74', ''),
    ]
    expect(placeFinder(places, new Map())({ code: '74999', name: 'Saint-Roch' })).toBeUndefined()
  })

  it('reads the commune code where GeoNames keeps it overseas', () => {
    const mamoudzou = parseGeonamesLine(
      '7\tMamoudzou\t\t\t-12.78\t45.23\tP\tPPLC\tYT\t\t97611\t\t\t\t71437\t\t\t\t',
    )
    expect(placeFinder([mamoudzou], new Map())({ code: '97611', name: 'Mamoudzou' })?.id).toBe('7')
  })
})

describe('codes and distances', () => {
  it.each([
    ['74119', '74'],
    ['2A004', '2A'],
    ['97411', '974'],
    ['98735', '987'],
  ])('read the département of %s as %s', (code, departement) => {
    expect(departementOfCommune(code)).toBe(departement)
  })

  it('measure Paris to Marseille as about 660 km', () => {
    expect(kilometres({ lat: 48.8566, lon: 2.3522 }, { lat: 43.2965, lon: 5.3698 })).toBeCloseTo(660.5, 0)
  })
})
