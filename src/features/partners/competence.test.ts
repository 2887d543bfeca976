import { describe, expect, test } from 'vitest'
import { themes } from '../networks/index.ts'
import {
  isStateMatter,
  listCompetences,
  lookUpCompetence,
  mainTiers,
  parseCompetences,
  strengthOf,
  tiers,
  tiersOf,
} from './competence.ts'

describe('the table of competences', () => {
  test('says something of every theme for every tier of both countries', () => {
    const said = listCompetences().map(({ theme, tier }) => `${theme} ${tier}`)
    expect([...said].sort()).toEqual(
      themes.flatMap((theme) => tiers.map((tier) => `${theme} ${tier}`)).sort(),
    )
  })

  test('leaves no theme without a tier that may act on it, in either country', () => {
    for (const theme of themes)
      for (const own of [tiers.slice(0, 4), tiers.slice(4)])
        expect(Math.max(...own.map((tier) => strengthOf(theme, [tier]) ?? 0)), theme).toBeGreaterThan(0)
  })

  test('is not held as checked before a jurist has signed a line', () => {
    expect(listCompetences().filter(({ checkedBy }) => checkedBy !== '')).toEqual([])
  })

  test('is refused with the name of what is wrong in it', () => {
    expect(() => parseCompetences('theme\tbasic\nageing\tfull', ['basic'])).toThrow(
      'No grade "full" of ageing for basic',
    )
    expect(() => parseCompetences('theme\tbasic\nages\town', ['basic'])).toThrow('No theme "ages"')
  })
})

describe('ageing', () => {
  test('is mainly for départements and communes in France, and for si, gun and gu in Korea', () => {
    expect([mainTiers('ageing', 'FR'), mainTiers('ageing', 'KR')]).toEqual([
      ['commune', 'departement'],
      ['basic'],
    ])
  })

  test('is no matter of a French region, and one of a Korean gun', () => {
    expect(strengthOf('ageing', tiersOf({ kind: 'region' }))).toBe(0)
    expect(strengthOf('ageing', tiersOf({ kind: 'gun' }))).toBe(1)
    expect(lookUpCompetence('ageing', 'departement')?.basis).toContain('L.113-2')
  })
})

test('an authority of two tiers has the competences of both', () => {
  expect(tiersOf({ kind: 'ville_paris' })).toEqual(['commune', 'departement'])
  expect(tiersOf({ kind: 'special_self_governing_do', codes: { kr: '50' } })).toEqual(['upper', 'basic'])
  expect(tiersOf({ kind: 'special_self_governing_do', codes: { kr: '51' } })).toEqual(['upper'])
  expect(strengthOf('water', tiersOf({ kind: 'special_self_governing_city' }))).toBe(1)
})

test('higher education is mainly the State’s in Korea; food, which every tier supports, is nobody’s in particular', () => {
  expect([isStateMatter('higher_education', 'KR'), isStateMatter('gastronomy', 'FR')]).toEqual([true, false])
})

test('of the law of other countries nothing is said', () => {
  expect(strengthOf('ageing', tiersOf({ kind: 'municipality' }))).toBeNull()
  expect(mainTiers('ageing', 'MA')).toEqual([])
})
