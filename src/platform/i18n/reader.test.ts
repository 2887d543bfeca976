import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withParameters } from './reader.ts'

test('parameters of an address are encoded as forms encode them, whatever they hold', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'name', '2017-07-08', 'À la Une', 'a+b&c', '\ud800', '~!*()'),
  )
  const parameters = fc.dictionary(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.oneof(value, fc.array(value)),
  )
  fc.assert(
    fc.property(parameters, (given) => {
      const query = new URLSearchParams()
      for (const [name, each] of Object.entries(given))
        for (const one of [each].flat()) if (one) query.append(name, one)
      expect(withParameters('/path', given)).toBe(query.size === 0 ? '/path' : `/path?${query}`)
    }),
  )
})
