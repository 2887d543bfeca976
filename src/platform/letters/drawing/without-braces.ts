import type { Letter } from '../letter.ts'

/**
 * The letter without two braces in a row: what a person typed, in a text or an address, must not become the
 * placeholder of a reader’s own address.
 */
export function withoutBraces(letter: Letter): Letter {
  return JSON.parse(JSON.stringify(letter), (key, value: unknown) => {
    if (typeof value !== 'string') return value
    return value.replaceAll('{{', /address$/i.test(key) ? '%7B%7B' : '{ {')
  })
}
