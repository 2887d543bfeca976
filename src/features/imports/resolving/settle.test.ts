import { describe, expect, test } from 'vitest'
import type { Candidate } from '../../directory/gazetteer/index.ts'
import { type AskedParty, keyOfParty, kilometresBetween, splitName } from './asked-party.ts'
import { readCode } from './code-keys.ts'
import { settle } from './settle.ts'

function candidate(id: string, given: Partial<Candidate> = {}): Candidate {
  return {
    id,
    key: `FR:commune:${id}`,
    slug: id,
    country: 'FR',
    kind: 'commune',
    level: 4,
    name: { fr: id },
    codes: {},
    population: 1000,
    latitude: null,
    longitude: null,
    exists: true,
    validUntil: null,
    successorIds: [],
    foundBy: 'name',
    within: [],
    ...given,
  }
}

const asked = (given: Partial<AskedParty> = {}): AskedParty => ({
  name: 'Saint-Denis',
  country: 'FR',
  code: null,
  region: null,
  kinds: [],
  place: null,
  ...given,
})

const paris = { latitude: 48.9356, longitude: 2.3539 }
const aude = { latitude: 43.357, longitude: 2.219 }
const north = candidate('93066', {
  ...paris,
  population: 149_077,
  within: ['Seine-Saint-Denis', 'Île-de-France'],
})
const south = candidate('11339', { ...aude, population: 523, within: ['Aude', 'Occitanie'] })
const said = (settled: ReturnType<typeof settle>) =>
  settled.state === 'found'
    ? `${settled.candidate.id} by ${settled.by}`
    : settled.state === 'asked'
      ? settled.why
      : settled.state

describe('of those who bear a name', () => {
  test('the only one is meant', () => {
    expect(said(settle(asked(), [north]))).toBe('93066 by name')
  })

  test('the one that lies at the place is meant, near enough and clearly nearer than the next', () => {
    expect(said(settle(asked({ place: { latitude: 48.93, longitude: 2.36 } }), [south, north]))).toBe(
      '93066 by place',
    )
    const twin = candidate('twin', { latitude: 48.94, longitude: 2.36 })
    expect(said(settle(asked({ place: paris }), [north, twin]))).toBe('homonyms')
  })

  test('none is meant when all lie elsewhere', () => {
    const place = { latitude: 45, longitude: 6 }
    expect(said(settle(asked({ place }), [north, south]))).toBe('homonyms')
    expect(said(settle(asked({ place }), [north]))).toBe('far')
  })

  test('the one in the region is meant', () => {
    expect(said(settle(asked({ region: 'aude' }), [north, south]))).toBe('11339 by region')
    expect(said(settle(asked({ region: 'Bretagne' }), [north, south]))).not.toContain('by region')
  })

  test('inhabitants decide only when the difference is overwhelming, and no place says otherwise', () => {
    expect(said(settle(asked(), [north, south]))).toBe('93066 by population')
    const town = candidate('town', { population: 30_000 })
    expect(said(settle(asked(), [town, south]))).toBe('homonyms')
    expect(said(settle(asked({ place: aude }), [north, south]))).toBe('11339 by place')
  })

  test('one that went lately is a rival where nothing says more, unless today’s one took its place', () => {
    const gone = candidate('14726', { exists: false, validUntil: '2016-01-01', population: null })
    expect(said(settle(asked(), [south, gone]))).toBe('homonyms')
    expect(said(settle(asked(), [south, { ...gone, successorIds: ['11339'] }]))).toBe('11339 by name')
    expect(said(settle(asked(), [south, { ...gone, validUntil: '1975-01-01' }]))).toBe('11339 by name')
  })

  test('one that has gone is meant where nobody of the name stands any more', () => {
    const gone = candidate('14726', { exists: false, validUntil: '2016-01-01', ...paris })
    expect(said(settle(asked({ place: paris }), [south, gone]))).toBe('14726 by place')
  })

  test('a city goes before the département of its name at the same place, and its own name before a shortened one', () => {
    const departement = candidate('75', { kind: 'departement', level: 2, ...paris })
    expect(said(settle(asked({ place: paris }), [departement, north]))).toBe('93066 by place')
    expect(
      said(
        settle(asked(), [
          { ...south, foundBy: 'bare' },
          { ...north, population: 1 },
        ]),
      ),
    ).toBe('93066 by name')
  })
})

test.each([
  ['Bussières, Saône-et-Loire', 'Bussières', 'Saône-et-Loire'],
  ['Saint-Denis (Réunion)', 'Saint-Denis', 'Réunion'],
  ['Évian-les-Bains', 'Évian-les-Bains', null],
])('%s says where it lies', (text, name, region) => {
  expect(splitName(text)).toEqual({ name, region })
})

test.each([
  ['1001', 'FR', ['FR:commune:01001']],
  ['2a004', 'FR', ['FR:commune:2A004']],
  ['200 093 201', 'FR', ['FR:epci:200093201']],
  ['11', 'FR', ['FR:departement:11', 'FR:region:11', 'FR:collectivite:11']],
  ['4613000000', 'KR', ['KR:46130']],
  ['11', 'KR', ['KR:11']],
  ['1100000000', 'KR', ['KR:11']],
  ['town', 'FR', []],
  ['11000', 'DE', []],
])('the code %s of %s is looked up as %j', (code, country, keys) => {
  expect(readCode(code, country).keys).toEqual(keys)
})

test('rows that say the same of an organisation ask one question', () => {
  const near = { latitude: 48.9361, longitude: 2.3542 }
  expect(keyOfParty(asked({ name: 'SAINT DENIS', place: near }))).toBe(
    keyOfParty(asked({ place: { latitude: 48.9358, longitude: 2.3538 } })),
  )
  expect(keyOfParty(asked())).not.toBe(keyOfParty(asked({ region: 'Aude' })))
})

test('kilometres are those of the earth', () => {
  expect(
    Math.round(
      kilometresBetween({ latitude: 48.8566, longitude: 2.3522 }, { latitude: 37.5665, longitude: 126.978 }),
    ),
  ).toBe(8966)
})
