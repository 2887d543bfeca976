import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, digestOf, freezeFacts, verifyDigest } from './frozen-facts.ts'

test('facts are written as RFC 8785 has it: its own example', () => {
  const facts = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`)
  expect(canonicalText(facts)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('the digest is that of the bytes, whoever computes it', () => {
  // printf '{"a":"é한","b":1}' | sha256sum
  const digest = 'ad138f125ee880d2fa5effdd68357f479bfd8a9df8918dce22827c203c1a7063'
  expect(freezeFacts({ b: 1, a: 'é한' })).toEqual({ text: '{"a":"é한","b":1}', digest })
})

test('the order of fields changes nothing, and what was frozen freezes to the same again', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' })),
      (facts) => {
        const turned = Object.fromEntries(Object.entries(facts).reverse())
        const frozen = freezeFacts(facts)
        expect(freezeFacts(turned)).toEqual(frozen)
        expect(digestOf(JSON.parse(frozen.text))).toBe(frozen.digest)
        expect(verifyDigest(frozen)).toBe(true)
      },
    ),
  )
})

test('what JSON cannot hold is refused rather than rounded', () => {
  for (const facts of [{ a: Number.NaN }, { a: '\ud800' }]) expect(() => freezeFacts(facts)).toThrow()
  expect(() => canonicalText(undefined)).toThrow('No JSON holds a value of type undefined')
})
