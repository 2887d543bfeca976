import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = sheet.split('@media')

/** The colours of text, and of the grounds beneath it: WCAG 2.2 requires 4.5, we keep 7 for words. */
const words = ['ink', 'muted', 'one', 'two-text']
const fixtures = ['paper', 'wash', 'raised']
/** Edges of inputs and marks: 3. */
const shapes = ['edge', 'one', 'two']

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, rules) => {
  const colour = (token: string) => new RegExp(`--${token}: (#[0-9a-f]{3,6});`).exec(rules)?.[1] ?? ''

  test.each(words.flatMap((word) => fixtures.map((fixture) => [word, fixture])))(
    'sets %s on %s to be read',
    (word, fixture) => {
      expect(contrast(colour(word), colour(fixture))).toBeGreaterThanOrEqual(6.5)
    },
  )

  test.each(shapes.map((shape) => [shape]))('draws %s to be seen on paper', (shape) => {
    expect(contrast(colour(shape), colour('paper'))).toBeGreaterThanOrEqual(3)
  })

  test('sets words on the main button and on a marked passage to be read', () => {
    expect(contrast(colour('on-one'), colour('one'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour('ink'), colour('mark'))).toBeGreaterThanOrEqual(4.5)
  })
})

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(long.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
