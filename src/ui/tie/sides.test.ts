import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sidesOf } from './sides.ts'

const party = (country: string, name: string) => ({ country, name })

test('puts neighbours of one country on one side of the line', () => {
  const [mel, lille, daegu] = [party('FR', 'MEL'), party('FR', 'Lille'), party('KR', 'Daegu')]
  expect(sidesOf([mel, lille, daegu])).toEqual([[mel, lille], [daegu]])
})

test('keeps the order of the caller and loses nobody, whatever the countries', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ country: fc.constantFrom('FR', 'KR', 'MA'), name: fc.string() })),
      (parties) => {
        expect(sidesOf(parties).flat()).toEqual(parties)
      },
    ),
  )
})
