import { describe, expect, test } from 'vitest'
import { parseJson } from './read-json.ts'

const parse = (text: string | Buffer) => parseJson(Buffer.from(text))
const reasonOf = (text: string | Buffer): string => {
  try {
    parse(text)
    return 'taken'
  } catch (error) {
    return (error as { reason: string }).reason
  }
}

describe('a body', () => {
  test.each([
    '{"a":[1,{"a":2},{"b":{"a":null}}],"b":"a\\"b,{:}"}',
    '[]',
    '"\\ud83d\\ude00"',
    '{"a":{"a":1},"b":{"a":1}}',
  ])('is read as it stands: %s', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text))
  })

  test.each([
    ['', 'malformed'],
    ['{', 'malformed'],
    ["{'a':1}", 'malformed'],
    ['{"a":1,}', 'malformed'],
    ['NaN', 'malformed'],
    ['{"a":1,"a":2}', 'malformed'],
    ['{"a":1,"\\u0061":2}', 'malformed'],
    ['[{"b":[{"c":1,"d":2,"c":3}]}]', 'malformed'],
    ['['.repeat(21) + ']'.repeat(21), 'malformed'],
    ['['.repeat(400_000) + ']'.repeat(400_000), 'malformed'],
    ['{"a":"\\u0000"}', 'wrongInput'],
    ['{"a\\u0000":1}', 'wrongInput'],
    ['["\\ud800"]', 'wrongInput'],
    ['{"__proto__":{}}', 'wrongInput'],
  ])('that two programs could read differently, or no database keeps, is refused: %.40s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason)
  })

  test('that is no UTF-8 is refused', () => {
    expect(reasonOf(Buffer.from([0x22, 0xff, 0x22]))).toBe('malformed')
  })
})
